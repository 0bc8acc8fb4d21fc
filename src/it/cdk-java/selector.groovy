// CDK apps in Java run JavaScript by Node.js. What a script prints goes to build.log alone, hence the descriptor.
def skip = { reason ->
    new PrintStream(new FileOutputStream(FileDescriptor.out), true).println "[WARNING] cdk-java is not tried: $reason"
    return false
}
try {
    def status = ['node', '--version'].execute().waitFor()
    return status == 0 ?: skip("'node --version' ends with status $status")
} catch (IOException e) {
    return skip("CDK needs Node.js, and there is no node on the PATH (${e.message})")
}
