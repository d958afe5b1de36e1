package vn.motcua;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Work that comes again and again has several threads: what takes long in one room, such as opening a period for every commune, holds up no letter and no seal. */
@Configuration(proxyBeanMethods = false)
class BackgroundConfiguration {

	private static final int THREADS = 4;

	private static final int PATIENCE_SECONDS = 10;

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(THREADS);
		scheduler.setThreadNamePrefix("work-");
		scheduler.setWaitForTasksToCompleteOnShutdown(true);
		scheduler.setAwaitTerminationSeconds(PATIENCE_SECONDS);
		return scheduler;
	}

}
