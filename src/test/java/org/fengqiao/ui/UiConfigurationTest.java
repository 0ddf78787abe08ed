package org.fengqiao.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

@DisplayName("控制器只给一个页面记录，就得到整页")
class UiConfigurationTest {

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private MockMvc web;

    @BeforeEach
    void start() {
        context.setServletContext(new MockServletContext());
        context.register(Pages.class, UiConfiguration.class);
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    @DisplayName("默认中文；选了英文以后记住；浏览器的语言不算数")
    void speaksChineseUnlessChosen() throws Exception {
        assertThat(body("/worklist?x=1")).contains("跳到正文").contains("枫溪路7号");
        assertThat(web.perform(get("/worklist").header("Accept-Language", "en")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("跳到正文");
        web.perform(get("/worklist?lang=en")).andExpect(cookie().value("fengqiao-language", "en"));
        assertThat(body("/worklist?lang=en")).contains("Skip to content");
        web.perform(get("/worklist?lang=!!!")).andExpect(status().isOk());
    }

    @Test
    @DisplayName("状态由控制器给出，转向不经过模板")
    void keepsStatusAndRedirects() throws Exception {
        web.perform(get("/gone")).andExpect(status().isNotFound());
        web.perform(get("/away")).andExpect(redirectedUrl("/worklist"));
    }

    @Test
    @DisplayName("静态文件可以保存一年，没有的文件是 404")
    void keepsAssetsForAYear() throws Exception {
        web.perform(get(Assets.url("fengqiao.css"))).andExpect(status().isOk()).andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
        web.perform(get("/assets/no-such.css")).andExpect(status().isNotFound());
    }

    private String body(String url) throws Exception {
        return web.perform(get(url)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @RestController
    static class Pages {

        @Bean
        FrameSource frames() {
            return request -> Samples.frame(LocaleContextHolder.getLocale());
        }

        @Bean
        InternalResourceViewResolver otherViews() {
            return new InternalResourceViewResolver();
        }

        @GetMapping("/worklist")
        ModelAndView worklist() {
            return WorkSamples.worklist().view();
        }

        @GetMapping("/gone")
        ModelAndView gone() {
            return ErrorPage.notFound().view(HttpStatus.NOT_FOUND);
        }

        @GetMapping("/away")
        ModelAndView away() {
            return new ModelAndView("redirect:/worklist");
        }
    }
}
