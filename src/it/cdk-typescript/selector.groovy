// The CDK app is written in TypeScript.
for (program in ['node', 'npm']) {
    try {
        def version = [program, '--version'].execute()
        if (version.waitFor() != 0) {
            println "cdk-typescript is not tried: '$program --version' ends with status ${version.exitValue()}"
            return false
        }
    } catch (IOException e) {
        println "cdk-typescript is not tried: there is no $program on the PATH (${e.message})"
        return false
    }
}
return true
