package vn.motcua.sdk;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * How far the ledger has taken the outbox. Two places of the file are written in turn, so that one of them is always whole and a
 * full disk cannot stop what makes room.
 */
final class AckFile implements Closeable {

	private static final int PLACE = 512;

	private static final int WRITTEN = 36;

	private final RandomAccessFile bytes;

	private long turn;

	private Outbox.Position position = Outbox.Position.START;

	private AckFile(RandomAccessFile bytes) {
		this.bytes = bytes;
	}

	static AckFile open(Path file) throws IOException {
		AckFile acks = new AckFile(new RandomAccessFile(file.toFile(), "rw"));
		if (acks.bytes.length() < 2 * PLACE) {
			acks.write(Outbox.Position.START);
			acks.write(Outbox.Position.START);
		}
		acks.read(0);
		acks.read(PLACE);
		return acks;
	}

	Outbox.Position position() {
		return position;
	}

	void write(Outbox.Position reached) throws IOException {
		ByteBuffer place = ByteBuffer.allocate(PLACE);
		place.putLong(turn + 1).putLong(reached.segment()).putLong(reached.offset()).putInt(reached.lines());
		place.putLong(checksum(place));
		bytes.seek((turn + 1) % 2 * PLACE);
		bytes.write(place.array());
		bytes.getFD().sync();
		turn++;
		position = reached;
	}

	private void read(long at) throws IOException {
		ByteBuffer place = ByteBuffer.allocate(PLACE);
		bytes.seek(at);
		bytes.readFully(place.array());
		long written = place.getLong();
		Outbox.Position reached = new Outbox.Position(place.getLong(), place.getLong(), place.getInt());
		if (place.getLong() == checksum(place) && written > turn) {
			turn = written;
			position = reached;
		}
	}

	private static long checksum(ByteBuffer place) {
		CRC32C sum = new CRC32C();
		sum.update(place.array(), 0, WRITTEN - Long.BYTES);
		return sum.getValue();
	}

	@Override
	public void close() throws IOException {
		bytes.close();
	}

}
