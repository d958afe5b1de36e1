package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import vn.motcua.MotCuaTest;

/** Requests find the methods that they find when all are looked at. */
@MotCuaTest
class RouteMappingTests {

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void beginsWithWhatCannotVary() {
		assertThat(List.of("/bao-cao/nhap/{regime}/{period}", "/tep/{*path}", "/a-{code}/x", "/dieu-khoan", "/tai-lieu/**", "/{any}", "").stream().map(RouteMapping::beginning))
			.containsExactly("/bao-cao/nhap", "/tep", "/a-", "/dieu-khoan", "/tai-lieu", "", "");
	}

	@Test
	void everyRouteIsFoundAsBefore() throws Exception {
		RequestMappingHandlerMapping all = new RequestMappingHandlerMapping();
		all.setApplicationContext(requestMappingHandlerMapping.getApplicationContext());
		Map<RequestMappingInfo, HandlerMethod> routes = requestMappingHandlerMapping.getHandlerMethods();
		routes.forEach((info, method) -> all.registerMapping(info, method.getBean(), method.getMethod()));
		List<MockHttpServletRequest> requests = routes.keySet().stream().flatMap(info -> info.getPatternValues().stream()
			.map(pattern -> pattern.replaceAll("\\{\\*[^}]*}", "mot/hai").replaceAll("\\{[^}]*}", "01").replace("**", "mot/hai").replace("*", "x"))
			.map(path -> request(info, path))).collect(Collectors.toList());
		requests.add(requested("GET", "/%62ao-cao/nhap/A/2020-06/01"));
		requests.add(requested("GET", "/bao-cao/nhap;v=1/A/2020-06/01"));
		for (String method : List.of("HEAD", "OPTIONS", "DELETE", "PATCH")) {
			requests.add(requested(method, "/bao-cao/nhap/A/2020-06/01"));
			requests.add(requested(method, "/dang-nhap"));
		}
		for (String path : List.of("/bao-cao/nhap/A/2020-06/01/", "/bao-cao/nhap", "/bao-cao/nhap/", "/bao-cao/nhap2/A/2020-06/01", "/Bao-cao/nhap/A/2020-06/01", "/bao-cao//nhap/A/2020-06/01", "/", "")) {
			requests.add(requested("GET", path));
		}
		assertThat(requests).hasSizeGreaterThan(300);
		for (MockHttpServletRequest request : requests) {
			assertThat(found(requestMappingHandlerMapping, request)).as(request.getMethod() + " " + request.getRequestURI()).isEqualTo(found(all, request));
		}
		assertThat(found(requestMappingHandlerMapping, requested("GET", "/%62ao-cao/nhap/A/2020-06/01"))).contains("EntryController");
		MockHttpServletRequest under = requested("GET", "/cong/bao-cao/nhap/A/2020-06/01");
		under.setContextPath("/cong");
		assertThat(found(requestMappingHandlerMapping, under)).as("below a folder of a shared address").contains("EntryController");
	}

	private static MockHttpServletRequest request(RequestMappingInfo info, String path) {
		MockHttpServletRequest request = requested(info.getMethodsCondition().getMethods().stream().findFirst().map(Enum::name).orElse("GET"), path);
		info.getConsumesCondition().getConsumableMediaTypes().stream().findFirst().ifPresent(type -> request.setContentType(type.toString()));
		return request;
	}

	private static MockHttpServletRequest requested(String method, String path) {
		return new MockHttpServletRequest(method, path);
	}

	/** What answers a request, or why nothing does. */
	private static String found(RequestMappingHandlerMapping mapping, MockHttpServletRequest request) {
		ServletRequestPathUtils.parseAndCache(request);
		try {
			Object chain = mapping.getHandler(request);
			return chain == null ? "nothing" : ((org.springframework.web.servlet.HandlerExecutionChain) chain).getHandler().toString();
		}
		catch (Exception refused) {
			return refused.getClass().getSimpleName();
		}
	}

}
