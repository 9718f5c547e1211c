package io.tideline.engine.proxy;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tideline.engine.plan.ProxySpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/**
 * The proxies of this process, by name. Both ends of a connection share a thread, and half as many
 * threads as there are processors serve all of them. Any thread may call.
 */
public final class Proxies implements AutoCloseable {
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          new DefaultThreadFactory("tideline-proxy", true),
          NioIoHandler.newFactory());
  private final Map<String, Proxy> byName = new ConcurrentSkipListMap<>();
  private final long seed;

  /**
   * @param seed from which follows which connections and requests are hit
   */
  public Proxies(long seed) {
    this.seed = seed;
  }

  /**
   * Opens a proxy.
   *
   * @return it, with the port that it listens on
   * @throws IOException with a sentence when its name is taken or it cannot listen
   */
  public ProxySpec open(ProxySpec spec) throws IOException {
    Proxy proxy = new Proxy(spec, group, seed ^ spec.name().hashCode());
    if (byName.putIfAbsent(spec.name(), proxy) != null) {
      throw new IOException("there is a proxy " + spec.name() + " already");
    }
    try {
      proxy.enable();
    } catch (IOException | IllegalArgumentException e) {
      byName.remove(spec.name());
      throw e;
    }
    return proxy.spec();
  }

  /** Puts a toxic on a proxy, in place of one of the same name. */
  public void add(String proxy, Toxic toxic) throws IOException {
    Proxy found = get(proxy);
    synchronized (found) {
      List<Toxic> all = without(found, toxic.name());
      all.add(toxic);
      found.toxics(all);
    }
  }

  /** Takes a toxic off a proxy, if it is there. */
  public void remove(String proxy, String toxic) throws IOException {
    Proxy found = get(proxy);
    synchronized (found) {
      found.toxics(without(found, toxic));
    }
  }

  private static List<Toxic> without(Proxy proxy, String name) {
    List<Toxic> all = new ArrayList<>(proxy.toxics());
    all.removeIf(toxic -> toxic.name().equals(name));
    return all;
  }

  /** Lets a proxy take connections or, until told otherwise, none. */
  public void enable(String proxy, boolean enabled) throws IOException {
    if (enabled) {
      get(proxy).enable();
    } else {
      get(proxy).disable();
    }
  }

  /** Hands a proxy's connections to another upstream from now on. */
  public void upstream(String proxy, String address) throws IOException {
    get(proxy).upstream(address);
  }

  /** What has gone through each, in order of their names. */
  public List<ProxyCounts> counts() {
    return byName.values().stream().map(Proxy::counts).toList();
  }

  private Proxy get(String name) throws IOException {
    return find(name).orElseThrow(() -> new IOException("there is no proxy " + name));
  }

  Optional<Proxy> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them in order of their names. */
  List<Proxy> all() {
    return List.copyOf(byName.values());
  }

  /** Adds one that may be disabled; false when its name is taken. */
  boolean put(ProxySpec spec, boolean enabled) throws IOException {
    Proxy proxy = new Proxy(spec, group, seed ^ spec.name().hashCode());
    if (byName.putIfAbsent(spec.name(), proxy) != null) {
      return false;
    }
    try {
      if (enabled) {
        proxy.enable();
      }
    } catch (IOException | IllegalArgumentException e) {
      byName.remove(spec.name());
      throw e;
    }
    return true;
  }

  /** Closes a proxy and forgets it; false when there is none. */
  boolean delete(String name) {
    Proxy proxy = byName.remove(name);
    if (proxy != null) {
      proxy.disable();
    }
    return proxy != null;
  }

  /** Enables all and takes all toxics off them. */
  public void reset() throws IOException {
    for (Proxy proxy : all()) {
      proxy.enable();
      proxy.toxics(List.of());
    }
  }

  @Override
  public void close() {
    all().forEach(Proxy::disable);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
