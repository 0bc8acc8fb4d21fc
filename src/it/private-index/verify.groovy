import groovy.json.JsonSlurper

def (own, other, third) = context.get('servers')
[own, other, third]*.close()

def packages = { folder ->
    new JsonSlurper().parse(new File(basedir, "$folder/manifest.json")).layers[0].packages
            .collectEntries { [it.name, it.version] }
}
assert packages('target/python-lambda') == ['own-lib': '1.0', 'shared-lib': '1.0', 'from-folder': '1.0']
assert packages('target/by-property') == ['other-lib': '1.0', 'third-lib': '1.0', 'from-folder': '1.0']
assert own.wheelRequests().size() == 2 : 'each is fetched once'

def log = new File(basedir, 'build.log').text
def builds = log.split('Scanning for projects').drop(1)
assert builds.size() >= 5
assert !builds[0].contains('pip is asked to fetch it') : 'Java has the login'
def warnings = builds[0].readLines().findAll { it.contains('[WARNING]') && it.contains('dependency confusion') }
assert warnings.size() == 1 && warnings[0].contains("own-lib is offered by ${own.url()} and by ${other.url()}")
assert builds[2].contains('no wheel fetched') : 'offline, all comes from the store'
assert builds[3].contains("settings.xml has no server 'unknown'") && builds[3].contains('<index> or -Dpython-lambda.index')
assert builds[4].contains('the package index does not let pip in') && builds[4].contains('<serverId>')
builds[3..4].each { assert it.contains('to do:') : 'there is a way out' }
assert log.contains("cannot decrypt the password of server 'our-index'") || log.contains('Could not decrypt password') :
        'Maven 4 says so itself, and does not even start'

// In no form: as it is, encoded for the header, or escaped in a URL (this password needs none).
def secrets = ['s3cr3t-of-index', 'wr0ng-password', 'team:s3cr3t-of-index'.bytes.encodeBase64().toString(), 'team:']
secrets.each { assert !log.contains(it) : 'no password in the log' }
[new File(basedir, 'target'), new File(localRepositoryPath, '.cache/python-lambda')].each { folder ->
    folder.eachFileRecurse(groovy.io.FileType.FILES) { file ->
        if (!file.path.contains('cpython')) {
            def text = file.getText('ISO-8859-1')
            secrets.take(3).each { assert !text.contains(it) : "no password in $file" }
        }
    }
}
return true
