package io.tideline.engine.proxy;

/**
 * What has gone through a proxy since it began. Retries show here: requests seen at the proxy for
 * each call that its client was asked to make.
 *
 * @param proxy its name
 * @param connections that clients have opened
 * @param open how many of them are open now
 * @param refused how many of them the upstream did not take
 * @param requests of HTTP, or queries of PostgreSQL; 0 where the proxy reads neither
 * @param bytesUp from clients
 * @param bytesDown from the upstream
 */
public record ProxyCounts(
    String proxy,
    long connections,
    long open,
    long refused,
    long requests,
    long bytesUp,
    long bytesDown) {}
