package dev.turnpike.app.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/// The signals of the operating system.
///
/// A shutdown hook runs once and cannot see a second signal, so the JDK's own `sun.misc.Signal` is used; by reflection,
/// since the compiler's warning about that class cannot be switched off for one place.
public final class Signals {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String RECEIVER = "sun.misc.SignalHandler";

    private Signals() {}

    /// Runs the action each time the signal arrives, on a thread of its own.
    ///
    /// @param name without `SIG`: `TERM`, `INT`, `HUP`
    /// @param action gets the signal's number
    /// @return false where this system has no such signal or the virtual machine keeps it for itself
    public static boolean on(String name, IntConsumer action) {
        try {
            Class<?> receiver = Class.forName(RECEIVER);
            Method number = Class.forName(SIGNAL).getMethod("getNumber");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {receiver}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.accept((int) number.invoke(arguments[0]));
                            return null;
                        }
                        return method.invoke(action, arguments);
                    });
            return install(name, receiver, proxy);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /// Has the operating system drop the signal. Child processes inherit that.
    public static boolean ignore(String name) {
        try {
            Class<?> receiver = Class.forName(RECEIVER);
            return install(name, receiver, receiver.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean install(String name, Class<?> receiver, Object action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName(SIGNAL);
        try {
            Object named = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, receiver).invoke(null, named, action);
            return true;
        } catch (InvocationTargetException e) {
            // unknown here, or the virtual machine's own
            return false;
        }
    }
}
