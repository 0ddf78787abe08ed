package org.fengqiao;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The rooms, put together by Spring; started by the commands `serve` and `demo`.
@SpringBootApplication
@Modulithic(systemName = "枫桥 Fengqiao")
public class Application {}
