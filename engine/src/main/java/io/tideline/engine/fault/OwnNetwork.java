package io.tideline.engine.fault;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.Proxies;
import io.tideline.engine.proxy.ProxyCounts;
import io.tideline.engine.proxy.Toxic;
import java.io.IOException;
import java.util.List;

/** The proxies of this process. */
record OwnNetwork(Proxies proxies) implements Network {

  @Override
  public ProxySpec open(ProxySpec spec) throws IOException {
    return proxies.open(spec);
  }

  @Override
  public void add(String proxy, Toxic toxic) throws IOException {
    proxies.add(proxy, toxic);
  }

  @Override
  public void remove(String proxy, String toxic) throws IOException {
    proxies.remove(proxy, toxic);
  }

  @Override
  public void enable(String proxy, boolean enabled) throws IOException {
    proxies.enable(proxy, enabled);
  }

  @Override
  public void upstream(String proxy, String address) throws IOException {
    proxies.upstream(proxy, address);
  }

  @Override
  public List<ProxyCounts> counts() {
    return proxies.counts();
  }

  @Override
  public void close() {
    proxies.close();
  }
}
