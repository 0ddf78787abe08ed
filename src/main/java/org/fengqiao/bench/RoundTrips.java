package org.fengqiao.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// 往返计数: counts what is sent to the database and waited for: executions, and commits.
public final class RoundTrips {

    private final AtomicInteger count = new AtomicInteger();

    /// The same database, counted.
    public DataSource counted(DataSource source) {
        return proxy(DataSource.class, source);
    }

    /// How many there were since this was last asked.
    public int take() {
        return count.getAndSet(0);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("execute") || name.equals("commit")) {
                count.incrementAndGet();
            }
            try {
                Object result = method.invoke(target, arguments);
                return switch (result) {
                    case PreparedStatement s -> proxy(PreparedStatement.class, s);
                    case Connection c when name.equals("getConnection") -> proxy(Connection.class, c);
                    case null, default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
