package io.github.pythonlambda.archive;

/**
 * What {@link ReproducibleZip} wrote.
 *
 * @param sha256 digest of the whole file
 * @param zippedBytes size of the file
 * @param unzippedBytes sum of the sizes of its entries, which is what AWS Lambda counts
 * @param files number of entries
 */
public record WrittenZip(Sha256 sha256, long zippedBytes, long unzippedBytes, int files) {}
