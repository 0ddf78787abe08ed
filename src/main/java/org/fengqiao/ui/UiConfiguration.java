package org.fengqiao.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/// How Spring finds the templates, the static files and the language of a person.
@Configuration(proxyBeanMethods = false)
class UiConfiguration implements WebMvcConfigurer {


    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    ViewResolver pageResolver(TemplateEngine engine, ObjectProvider<FrameSource> frames, ObjectProvider<EnglishNames> names, ObjectProvider<Prose> prose) {
        return new PageResolver(engine, frames, SingletonSupplier.of(() -> new English(all(names))), prose);
    }

    private static Map<String, String> all(ObjectProvider<EnglishNames> names) {
        Map<String, String> all = new HashMap<>();
        names.orderedStream().forEach(n -> all.putAll(n.names()));
        return all;
    }

    /// Chinese unless the person chose otherwise; the browser's own language does not decide what an office reads.
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("fengqiao-language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    /// Answers for the names below `page/` only, so that redirects and other resolvers keep working.
    record PageResolver(TemplateEngine engine, ObjectProvider<FrameSource> frames, Supplier<English> english, ObjectProvider<Prose> prose) implements ViewResolver, Ordered {

        @Override
        public @org.jspecify.annotations.Nullable View resolveViewName(String name, Locale locale) {
            return name.startsWith("page/") ? new JteView(engine, name, frames.getObject(), english, prose.getIfAvailable()) : null;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
