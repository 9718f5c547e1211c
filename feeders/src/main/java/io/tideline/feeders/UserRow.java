package io.tideline.feeders;

/**
 * The account of one virtual user.
 *
 * @param index its place in the file, from 0
 */
public record UserRow(long index, String email, String password) {}
