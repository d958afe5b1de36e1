package vn.motcua.site.problem;

/** The page that needs nothing: no session, no database, no template. In both languages, as the reader's is not known. */
final class BareProblemPage {

	private BareProblemPage() {
	}

	static String of(int status, String trace) {
		boolean ours = status >= 500;
		return """
				<!DOCTYPE html>
				<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%d – Một Cửa</title>\
				<link rel="stylesheet" href="/assets/site.css"></head>
				<body class="govuk-template__body"><header class="mc-band"><div class="govuk-width-container mc-band__in"><a class="mc-mark" href="/"><span class="mc-mark__name">Một Cửa</span></a></div></header>
				<main class="govuk-width-container govuk-main-wrapper" id="main-content"><h1 class="govuk-heading-l">%s</h1><p class="govuk-body">%s</p>
				<div lang="en"><h2 class="govuk-heading-m">%s</h2><p class="govuk-body">%s</p></div><p class="govuk-body-s">%s</p></main></body></html>
				""".formatted(status, ours ? "Hệ thống đang gặp sự cố" : "Hệ thống không đọc được yêu cầu",
				ours ? "Thông tin đã lưu vẫn còn. Bạn hãy thử lại sau ít phút." : "Địa chỉ có thể đã bị gõ hoặc chép sai. Bạn hãy bắt đầu lại từ trang chủ.",
				ours ? "There is a problem with the service" : "The request cannot be read",
				ours ? "What you saved is kept. Try again in a few minutes." : "The address may be mistyped or cut off. Start again from the home page.", trace);
	}

}
