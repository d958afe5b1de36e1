package vn.motcua;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.register.Register;
import vn.motcua.kernel.register.RegisterDown;

/** A register of tests, {@code register.stand-in.…}: it knows whom it was told of, and may be down. */
@Component
public class StandInRegister implements Register {

	private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

	private volatile boolean down;

	public void knows(String subject, Map<String, String> facts) {
		known.put(subject, facts);
		down = false;
	}

	public void goesDown() {
		down = true;
	}

	@Override
	public String word() {
		return "stand-in";
	}

	@Override
	public LocalizedText name() {
		return new LocalizedText("Sổ liên lạc quốc gia", "the national contact register");
	}

	@Override
	public Optional<Map<String, String>> find(String subject) throws RegisterDown {
		if (down) {
			throw new RegisterDown("no answer within a second");
		}
		return Optional.ofNullable(known.get(subject));
	}

}
