package vn.motcua.reporting.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;

/** Writes words over what stands there, and reads those of tables. */
@Service
class WrittenTexts implements ReportTexts {

	private final ReportForms forms;

	private final EntryDesk desk;

	private final TextStore texts;

	WrittenTexts(ReportForms forms, EntryDesk desk, TextStore texts) {
		this.forms = forms;
		this.desk = desk;
		this.texts = texts;
	}

	@Override
	public void narrate(SheetKey key, String section, String content, Actor actor) {
		write(key, ReportText.Kind.NARRATIVE, section, content, actor);
	}

	@Override
	public void explain(SheetKey key, String finding, String content, Actor actor) {
		write(key, ReportText.Kind.EXPLANATION, finding, content, actor);
	}

	@Override
	public Map<String, String> words(SheetKey key) {
		Map<String, String> said = new LinkedHashMap<>();
		Set<String> codes = forms.of(key).words().keySet();
		Map<String, ReportText> standing = codes.isEmpty() ? Map.of() : texts.words(key);
		codes.stream().filter(standing::containsKey).forEach(code -> said.put(code, standing.get(code).content()));
		return said;
	}

	@Override
	public String edition(SheetKey key) {
		return texts.edition(key);
	}

	@Override
	public Map<String, LocalizedText> cells(SheetKey key) {
		Map<String, LocalizedText> cells = new LinkedHashMap<>();
		forms.of(key).words().forEach((code, cell) -> cells.put(code, new LocalizedText(cell.name().in(TypedNumber.VIETNAMESE), cell.name().in(Locale.ENGLISH))));
		return cells;
	}

	private void write(SheetKey key, ReportText.Kind kind, String code, String content, Actor actor) {
		int seen = texts.find(key, kind, code).map(ReportText::version).orElse(0);
		desk.save(forms.of(key), new EntryDesk.Changes(List.of(), List.of(new ReportText.Change(kind, code, content, seen)), List.of()), ValueSource.TYPED, actor);
	}

}
