package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.motcua.catalogue.Assessment.FeeLine;
import vn.motcua.catalogue.FeePart;
import vn.motcua.catalogue.FeePart.Kind;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Assets;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** A fee line on the pages where answers are checked and where a dossier is looked at. */
class FeePartsTests {

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	@Test
	void saysTheLegalBasisOfTheFeeOnce() {
		assertThat(drawn("229/2016/TT-BTC", units("229/2016/TT-BTC"), units("229/2016/TT-BTC"))).containsOnlyOnce("229/2016/TT-BTC");
	}

	@Test
	void saysTheLegalBasisOfAPartWhereItIsAnother() {
		assertThat(drawn("229/2016/TT-BTC", units("229/2016/TT-BTC"), units("63/2023/TT-BTC"))).containsOnlyOnce("229/2016/TT-BTC").containsOnlyOnce("63/2023/TT-BTC");
		assertThat(drawn(null, units("63/2023/TT-BTC"), units(null))).containsOnlyOnce("63/2023/TT-BTC");
	}

	private static FeePart units(@Nullable String legalBasis) {
		return new FeePart(Kind.UNITS, LocalizedText.same("bản"), BigDecimal.TWO, BigDecimal.valueOf(1000), 2000, legalBasis);
	}

	private String drawn(@Nullable String legalBasis, FeePart... parts) {
		FeeLine fee = new FeeLine("fee", Fee.Kind.FEE, LocalizedText.same("Lệ phí"), 2000L * parts.length, Fee.PayAt.RECEIPT, List.of(parts), legalBasis);
		StringOutput output = new StringOutput();
		templates.render("catalogue/feeParts.jte", Map.of("page", Page.standing(Messages.load(), Locale.of("vi"), "/", new Assets()), "fee", fee), output);
		return output.toString();
	}

}
