// CDK apps in Java run JavaScript by Node.js.
try {
    def node = ['node', '--version'].execute()
    if (node.waitFor() == 0) {
        return true
    }
    println "cdk-java is not tried: 'node --version' ends with status ${node.exitValue()}"
} catch (IOException e) {
    println "cdk-java is not tried: CDK needs Node.js, and there is no node on the PATH (${e.message})"
}
return false
