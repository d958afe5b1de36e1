package vn.motcua.bench;

import java.util.List;

/** One named benchmark; prints nothing itself, answers figures. */
interface Benchmark {

	String name();

	String what();

	List<Figure> run() throws Exception;

}
