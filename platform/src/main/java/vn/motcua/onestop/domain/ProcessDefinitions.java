package vn.motcua.onestop.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.flowable.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.DefaultProcess;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.Sha256;
import vn.motcua.onestop.ProcessStep;

/** The process of each service version and case, handed to the engine once per content and kept. */
@Component
class ProcessDefinitions {

	private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:digest, 7))";

	private static final String FIND = "select definition_id from onestop.process_definition where digest = :digest";

	private static final String INSERT = "insert into onestop.process_definition (digest, definition_id, deployed_at) values (:digest, :id, :at)";

	private final Map<Key, Definition> known = new ConcurrentHashMap<>();

	private final ProcessEngine engine;

	private final Catalogue catalogue;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String standard = DefaultProcess.xml();

	ProcessDefinitions(ProcessEngine engine, Catalogue catalogue, JdbcClient jdbc, Clock clock) {
		this.engine = engine;
		this.catalogue = catalogue;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** @param id the engine's id of the definition @param variables what its conditions read */
	record Definition(String id, Map<String, ProcessStep> steps, Set<String> variables) {

		ProcessStep step(String id) {
			ProcessStep step = steps.get(id);
			if (step == null) {
				throw new IllegalArgumentException("no such step: " + id);
			}
			return step;
		}

	}

	private record Key(long version, String caseId) {
	}

	/** Works in the caller's transaction; what it handed to the engine is kept in memory once that transaction holds. */
	Definition of(long serviceVersion, String caseId) {
		Key key = new Key(serviceVersion, caseId);
		Definition definition = known.get(key);
		return definition != null ? definition : prepare(key);
	}

	private Definition prepare(Key key) {
		String xml = process(catalogue.get(key.version()), key.caseId());
		String digest = Sha256.of(xml);
		ProcessModel model = ProcessModel.parse(xml, "p" + digest.substring(0, 20));
		Definition definition = new Definition(deployed(digest, model), model.steps(), model.variables());
		keepAfterCommit(key, definition);
		return definition;
	}

	private String process(ServiceVersion service, String caseId) {
		return service.cases().stream().filter(one -> one.id().equals(caseId) && one.process() != null).map(ServiceVersion.ServiceCase::process).findFirst()
			.orElse(service.process() == null ? standard : service.process());
	}

	private String deployed(String digest, ProcessModel model) {
		jdbc.sql(LOCK).param("digest", digest).query((row, number) -> 0).single();
		return jdbc.sql(FIND).param("digest", digest).query(String.class).optional().orElseGet(() -> deploy(digest, model));
	}

	private String deploy(String digest, ProcessModel model) {
		String key = model.runnable().getMainProcess().getId();
		String deployment = engine.getRepositoryService().createDeployment().name(key).addBpmnModel(key + ".bpmn", model.runnable()).deploy().getId();
		String id = engine.getRepositoryService().createProcessDefinitionQuery().deploymentId(deployment).singleResult().getId();
		jdbc.sql(INSERT).param("digest", digest).param("id", id).param("at", Timestamp.from(clock.instant())).update();
		return id;
	}

	private void keepAfterCommit(Key key, Definition definition) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					known.put(key, definition);
				}
			});
		}
	}

}
