package io.tideline.engine.benchmark;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.plan.ProxySpec.Protocol;
import io.tideline.engine.proxy.Proxies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the proxy adds at rest: the time of a request of 200 bytes and a reply of 1000 on one
 * connection, and the bytes per second of a long reply, direct and through the proxy, in turns.
 * With {@code -Dbenchmark.toxiproxy=HOST:PORT} a proxy of Toxiproxy that leads to port {@code
 * -Dbenchmark.port} takes part. What it prints is explained in {@code docs/benchmarks.md}.
 */
public final class ProxyBenchmark {
  private static final int REPETITIONS = Integer.getInteger("benchmark.repetitions", 3);
  private static final int ROUND_TRIPS = Integer.getInteger("benchmark.roundTrips", 20_000);
  private static final int WARM_UP = 10_000;
  private static final int REQUEST = 200;
  private static final int REPLY = 1_000;
  private static final long LONG_REPLY = Long.getLong("benchmark.bytes", 2L << 30);
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEBIBYTE = 1 << 20;

  private ProxyBenchmark() {}

  /** Prints medians over the repetitions. */
  public static void main(String[] args) throws IOException {
    int port = Integer.getInteger("benchmark.port", 0);
    try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Proxies proxies = new Proxies(1)) {
      serve(server);
      String direct = "127.0.0.1:" + server.getLocalPort();
      Map<String, String> ways = new LinkedHashMap<>();
      ways.put("direct", direct);
      for (Protocol protocol : new Protocol[] {Protocol.TCP, Protocol.POSTGRESQL}) {
        ProxySpec spec = new ProxySpec(protocol.key(), "127.0.0.1:0", direct, protocol);
        ways.put("proxy, " + protocol.key(), proxies.open(spec).listen());
      }
      String toxiproxy = System.getProperty("benchmark.toxiproxy", "");
      if (!toxiproxy.isBlank()) {
        ways.put("Toxiproxy", toxiproxy);
      }
      measure(ways);
    }
  }

  private static void measure(Map<String, String> ways) throws IOException {
    Map<String, List<double[]>> measured = new LinkedHashMap<>();
    for (int i = 0; i < REPETITIONS; i++) {
      for (Map.Entry<String, String> way : ways.entrySet()) {
        double[] times = roundTrips(way.getValue());
        double rate = throughput(way.getValue());
        measured
            .computeIfAbsent(way.getKey(), name -> new ArrayList<>())
            .add(new double[] {quantile(times, 0.5), quantile(times, 0.99), rate});
      }
    }
    System.out.printf(Locale.ROOT, "%-20s %12s %12s %12s%n", "way", "p50, us", "p99, us", "MiB/s");
    measured.forEach(
        (way, runs) ->
            System.out.printf(
                Locale.ROOT,
                "%-20s %12.1f %12.1f %12.0f%n",
                way,
                median(runs, 0),
                median(runs, 1),
                median(runs, 2)));
  }

  private static double[] roundTrips(String address) throws IOException {
    try (Socket socket = connect(address)) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      byte[] request = new byte[REQUEST];
      double[] micros = new double[ROUND_TRIPS];
      for (int i = -WARM_UP; i < ROUND_TRIPS; i++) {
        long begin = System.nanoTime();
        out.write(request);
        if (in.readNBytes(REPLY).length < REPLY) {
          throw new IOException(address + " ended");
        }
        if (i >= 0) {
          micros[i] = (System.nanoTime() - begin) / NANOS_PER_MICRO;
        }
      }
      return micros;
    }
  }

  private static double throughput(String address) throws IOException {
    try (Socket socket = connect(address)) {
      byte[] request = new byte[REQUEST];
      request[0] = 1;
      socket.getOutputStream().write(request);
      byte[] buffer = new byte[1 << 16];
      long begin = System.nanoTime();
      long left = LONG_REPLY;
      while (left > 0) {
        int read = socket.getInputStream().read(buffer);
        if (read < 0) {
          throw new IOException(address + " ended");
        }
        left -= read;
      }
      return LONG_REPLY / MEBIBYTE / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
    }
  }

  private static Socket connect(String address) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    int colon = address.lastIndexOf(':');
    socket.connect(
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    return socket;
  }

  private static void serve(ServerSocket server) {
    Thread accepting =
        new Thread(
            () -> {
              try {
                while (true) {
                  Socket socket = server.accept();
                  Thread answering = new Thread(() -> answer(socket));
                  answering.setDaemon(true);
                  answering.start();
                }
              } catch (IOException closed) {
                return;
              }
            });
    accepting.setDaemon(true);
    accepting.start();
  }

  private static void answer(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      byte[] reply = new byte[REPLY];
      byte[] block = new byte[1 << 16];
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      for (byte[] request = in.readNBytes(REQUEST);
          request.length == REQUEST;
          request = in.readNBytes(REQUEST)) {
        if (request[0] == 0) {
          out.write(reply);
        } else {
          for (long left = LONG_REPLY; left > 0; left -= block.length) {
            out.write(block);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }

  private static double median(List<double[]> runs, int figure) {
    return quantile(runs.stream().mapToDouble(run -> run[figure]).toArray(), 0.5);
  }
}
