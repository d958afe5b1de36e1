package vn.motcua.onestop;

/** Process starts of the bare engine, each in a transaction of its own and without a dossier: a measure for submissions. */
public interface ProcessStarts {

	/** Starts one instance of the default process; durable when it returns. */
	void start();

	/** Removes every instance it started. */
	void clear();

}
