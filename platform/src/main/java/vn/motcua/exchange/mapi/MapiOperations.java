package vn.motcua.exchange.mapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Every operation by the name that clients give it. */
@Component
class MapiOperations {

	private final MapiPush push;

	private final MapiLookUp lookUp;

	private final MapiCatalogue catalogue;

	private final MapiQuestions questions;

	private final MapiReply reply;

	MapiOperations(MapiPush push, MapiLookUp lookUp, MapiCatalogue catalogue, MapiQuestions questions, MapiReply reply) {
		this.push = push;
		this.lookUp = lookUp;
		this.catalogue = catalogue;
		this.questions = questions;
		this.reply = reply;
	}

	Map<String, Object> answer(MapiCall call, Locale locale) throws IOException {
		return switch (call.service()) {
			case "DongBoHoSoMC" -> reply.records(push.dossiers(call), locale);
			case "CapNhatTienDoHoSoMC", "DongBoTrangThaiHoSo" -> reply.records(push.progress(call), locale);
			case "DongBoHoiDap" -> reply.records(questions.push(call), locale);
			case "DongBoKetQuaHoiDapGuiTuDVCQG", "DongBoKetQuaHoiDap" -> reply.records(questions.answer(call), locale);
			default -> reply.done(asked(call), locale);
		};
	}

	private List<?> asked(MapiCall call) {
		return switch (call.service()) {
			case "TraCuuHoSo" -> lookUp.dossier(call);
			case "TraCuuTechID" -> lookUp.subject(call);
			case "LayDanhSachTTHC" -> catalogue.procedures();
			case "LayThuTuc" -> catalogue.procedure(call);
			case "LayDanhMucCoQuan" -> catalogue.agencies();
			case "LayDanhMucLinhVuc" -> catalogue.fields();
			case "LayDanhSachHoiDapGuiTuDVCQG", "LayDanhSachHoiDapBoCoQuan" -> questions.list(call);
			case "LayNoiDungTraLoiTheoCauHoi" -> questions.answers(call);
			default -> throw new MapiRefusal(MapiCode.OPERATION);
		};
	}

}
