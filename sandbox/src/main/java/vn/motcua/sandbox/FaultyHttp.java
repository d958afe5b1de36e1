package vn.motcua.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The way out of the system, on which what is told to fail fails: dossiers on their way only, not the signing in. */
final class FaultyHttp extends HttpClient {

	private static final int PIECES = 20;

	private static final long PAUSE_NS = Duration.ofMillis(60).toNanos();

	private static final Charset OF_OLD_WINDOWS = Charset.forName("windows-1258");

	private static final String TONES = "[\u0300\u0301\u0303\u0309\u0323]";

	private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

	private final Failures failures;

	/** By chance, so that no job meets the same end at the same place each time. */
	private final Random cuts = new Random(1);

	FaultyHttp(Failures failures) {
		this.failures = failures;
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
		String path = request.uri().getPath();
		if (request.bodyPublisher().isEmpty() || !path.equals("/api/sync/v1/events") && !path.equals("/api/lienthong/mapi")) {
			return http.send(request, handler);
		}
		HttpRequest sent = request;
		if (failures.happens(Failure.WRONG_CHARSET)) {
			byte[] body = inOldWindows(bytes(sent), request.headers().firstValue("Content-Encoding").orElse("").equals("gzip"));
			sent = with(sent, BodyPublishers.ofByteArray(body));
		}
		if (failures.happens(Failure.SLOW)) {
			byte[] body = bytes(sent);
			sent = with(sent, BodyPublishers.ofInputStream(() -> slow(body)));
		}
		if (failures.on(Failure.CUT)) {
			return cut(sent, handler);
		}
		return http.send(sent, handler);
	}

	private <T> HttpResponse<T> cut(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
		int turn = cuts.nextInt(4);
		if (turn >= 2) {
			return http.send(request, handler);
		}
		failures.happens(Failure.CUT);
		if (turn == 0) {
			byte[] body = bytes(request);
			http.send(with(request, BodyPublishers.ofInputStream(() -> half(body))), HttpResponse.BodyHandlers.discarding());
		}
		else {
			http.send(request, HttpResponse.BodyHandlers.discarding());
		}
		throw new IOException("the connection was cut, as this system was told to");
	}

	private static HttpRequest with(HttpRequest request, HttpRequest.BodyPublisher body) {
		return HttpRequest.newBuilder(request, (_, _) -> true).method(request.method(), body).build();
	}

	private static InputStream half(byte[] body) {
		return new InputStream() {

			private int at;

			@Override
			public int read() throws IOException {
				if (at >= body.length / 2) {
					throw new IOException("cut");
				}
				return body[at++] & 0xFF;
			}

		};
	}

	private static InputStream slow(byte[] body) {
		int piece = Math.max(1, body.length / PIECES);
		return new ByteArrayInputStream(body) {

			@Override
			public synchronized int read(byte[] into, int offset, int length) {
				LockSupport.parkNanos(PAUSE_NS);
				return super.read(into, offset, Math.min(length, piece));
			}

		};
	}

	private static byte[] inOldWindows(byte[] body, boolean packed) throws IOException {
		String text = packed ? new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8) : new String(body, StandardCharsets.UTF_8);
		StringBuilder apart = new StringBuilder(text.length() * 2);
		text.codePoints().forEach(letter -> {
			String whole = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
			String tone = whole.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
			apart.append(letter < 0x80 ? Character.toString(letter) : Normalizer.normalize(whole.replaceAll(TONES, ""), Normalizer.Form.NFC) + tone);
		});
		byte[] old = apart.toString().getBytes(OF_OLD_WINDOWS);
		if (!packed) {
			return old;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream pack = new GZIPOutputStream(bytes)) {
			pack.write(old);
		}
		return bytes.toByteArray();
	}

	private static byte[] bytes(HttpRequest request) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		CompletableFuture<byte[]> whole = new CompletableFuture<>();
		request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<ByteBuffer>() {

			@Override
			public void onSubscribe(Flow.Subscription subscription) {
				subscription.request(Long.MAX_VALUE);
			}

			@Override
			public void onNext(ByteBuffer part) {
				byte[] some = new byte[part.remaining()];
				part.get(some);
				bytes.writeBytes(some);
			}

			@Override
			public void onError(Throwable failed) {
				whole.completeExceptionally(failed);
			}

			@Override
			public void onComplete() {
				whole.complete(bytes.toByteArray());
			}

		});
		return whole.join();
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		return http.sendAsync(request, handler);
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushed) {
		return http.sendAsync(request, handler, pushed);
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return http.cookieHandler();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return http.connectTimeout();
	}

	@Override
	public Redirect followRedirects() {
		return http.followRedirects();
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return http.proxy();
	}

	@Override
	public SSLContext sslContext() {
		return http.sslContext();
	}

	@Override
	public SSLParameters sslParameters() {
		return http.sslParameters();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return http.authenticator();
	}

	@Override
	public Version version() {
		return http.version();
	}

	@Override
	public Optional<Executor> executor() {
		return http.executor();
	}

	@Override
	public void close() {
		http.close();
	}

}
