select dossier.follow_server();
