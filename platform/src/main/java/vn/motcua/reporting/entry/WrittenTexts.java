package vn.motcua.reporting.entry;

import java.util.List;

import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;

/** Writes words over what stands there. */
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

	private void write(SheetKey key, ReportText.Kind kind, String code, String content, Actor actor) {
		int seen = texts.find(key, kind, code).map(ReportText::version).orElse(0);
		desk.save(forms.of(key), new EntryDesk.Changes(List.of(), List.of(new ReportText.Change(kind, code, content, seen)), List.of()), ValueSource.TYPED, actor);
	}

}
