package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The folder of an agent, with its file and its exports, and the agent as a process of its own. */
record AgentFolder(Path folder, SmallLedger ledger) {

	private static final String MAPPING = """
			mapping:
			  code: Mã
			  procedure: TTHC
			  agency: { value: H26 }
			  status: Trạng thái
			  at: Lúc
			  applicant: { name: Tên }
			  note: Ghi chú
			""";

	static AgentFolder in(Path folder, SmallLedger ledger) throws Exception {
		Files.createDirectory(folder.resolve("export"));
		return new AgentFolder(folder, ledger);
	}

	/** @param more further lines of the file */
	void settings(String more) throws Exception {
		settings("server: " + ledger.address() + "\nclient: { id: a, secret: b }\n", more);
	}

	/** @param way how it says where the ledger is */
	void settings(String way, String more) throws Exception {
		Files.writeString(folder.resolve("agent.yaml"), way + "state: state\n" + (more.contains("page") ? "" : "page: { port: 0 }\n") + more
				+ "source: { folder: export, every: 1s, settled: 0s }\n" + MAPPING);
	}

	void csv(String... rows) throws Exception {
		table("Mã;TTHC;Trạng thái;Lúc;Tên;Ghi chú", rows);
	}

	void table(String columns, String... rows) throws Exception {
		Path file = folder.resolve("a.part");
		Files.writeString(file, columns + "\n" + String.join("\n", rows) + "\n");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
		Files.move(file, folder.resolve("export/a.csv"), StandardCopyOption.REPLACE_EXISTING);
	}

	Process start(String command, String... more) throws Exception {
		List<String> arguments = new ArrayList<>(List.of(command, folder.resolve("agent.yaml").toString()));
		arguments.addAll(List.of(more));
		return java(arguments);
	}

	static Process java(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "-Duser.language=vi", "vn.motcua.agent.MotCuaAgent"));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	static int free() throws Exception {
		try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	static List<String> said(Process process, int code) throws Exception {
		try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			List<String> lines = out.lines().collect(Collectors.toList());
			assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(code);
			return lines;
		}
	}

}
