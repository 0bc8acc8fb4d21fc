// The CDK app is written in TypeScript. What a script prints goes to build.log alone, hence the descriptor.
def skip = { reason ->
    new PrintStream(new FileOutputStream(FileDescriptor.out), true).println "[WARNING] cdk-typescript is not tried: $reason"
    return false
}
for (program in ['node', 'npm']) {
    try {
        def status = [program, '--version'].execute().waitFor()
        if (status != 0) {
            return skip("'$program --version' ends with status $status")
        }
    } catch (IOException e) {
        return skip("there is no $program on the PATH (${e.message})")
    }
}
return true
