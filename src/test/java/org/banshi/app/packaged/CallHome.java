package org.banshi.app.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Tries to reach the world, to prove that the trap catches it. A program. */
final class CallHome {

    private static final int MILLIS = 200;

    private CallHome() {}

    /** Argument: a numeric address. */
    public static void main(String[] args) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(args[0]), 443), MILLIS);
        } catch (IOException e) {
            System.out.println("nobody answered");
        }
    }
}
