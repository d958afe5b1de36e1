package vn.motcua.kernel;

/** How a dossier came in (<i>kênh thực hiện</i>), with the number of the national synchronisation. Decree 61/2018 art. 16. */
public enum Channel {

	DESK(1), ONLINE(2), POST(3);

	private final int number;

	Channel(int number) {
		this.number = number;
	}

	public int number() {
		return number;
	}

}
