select audit.follow_server();
