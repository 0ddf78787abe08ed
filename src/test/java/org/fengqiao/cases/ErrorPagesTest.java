package org.fengqiao.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.security.Principal;
import java.util.List;
import org.fengqiao.ui.ErrorPage;
import org.fengqiao.ui.FaultNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

@DisplayName("错误页：故障有编号，没有登录的人被领到登录")
class ErrorPagesTest {

    private final ErrorPages pages = new ErrorPages();

    @Test
    @DisplayName("五百的页面带着日志里的同一个编号；别的状态没有编号")
    void numbersAFault() {
        MockHttpServletRequest fault = request(500, () -> "zhao-jia");
        ErrorPage page = page(fault);
        assertThat(page.number()).hasSize(6).isEqualTo(FaultNumber.of(fault));
        assertThat(page.text()).contains("编号");
        assertThat(page(request(404, () -> "zhao-jia")).number()).isEmpty();
    }

    @Test
    @DisplayName("没有登录的人只看到登录，不看到通向案件的链接")
    void leadsAStrangerToTheSignIn() {
        for (int status : new int[] {400, 403, 404, 405, 413, 500}) {
            assertThat(hrefs(page(request(status, null)))).as("%d", status).containsExactly("/sign-in");
            assertThat(hrefs(page(request(status, () -> "zhao-jia")))).as("%d", status).contains("/worklist").doesNotContain("/sign-in");
        }
    }

    private static MockHttpServletRequest request(int status, Principal user) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setUserPrincipal(user);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere");
        return request;
    }

    private ErrorPage page(MockHttpServletRequest request) {
        return (ErrorPage) ((ModelAndView) pages.error(request)).getModel().get("page");
    }

    private static List<String> hrefs(ErrorPage page) {
        return page.links().stream().map(l -> l.href()).toList();
    }
}
