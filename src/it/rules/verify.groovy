import groovy.json.JsonSlurper

def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def json = { path -> new JsonSlurper().parse(new File(basedir, path)) }

def stdlib = "log-helpers hides the standard library's module 'logging'"
def hidden = "the app's demo.py hides the installed package demo"

assert builds[0].contains('[WARNING] stdlib-module: ') && builds[0].contains(stdlib)
assert !builds[0].contains(hidden) : 'a rule that is off finds nothing'
assert builds[0].contains('The rule elf-library is off, and <rules> does not say why')
def report = json('target/python-lambda/report.json')
assert report.counts == [error: 0, warning: 1, note: 0]
assert report.findings*.rule == ['stdlib-module']
assert report.findings[0].package == 'log-helpers'
assert report.findings[0].file == 'python/logging/__init__.py'
assert report.rules == [
        [rule: 'elf-library', severity: 'off'],
        [rule: 'stdlib-module', severity: 'warn', reason: 'our logging has all that the real one has'],
        [rule: 'hidden-package', severity: 'off', reason: "the app's demo is the newer one"],
]
assert json('target/python-lambda/manifest.json').findings == [
        [rule: 'stdlib-module', severity: 'warning', package: 'log-helpers', layer: 'layer', file: 'python/logging/__init__.py', message: stdlib],
]
assert !new File(basedir, 'target/python-lambda/report.json').text.contains(basedir.path) : 'it tells nothing of the machine'

assert builds[1].contains('2 problems') : 'all errors are told in one go'
assert builds[1].contains(stdlib) && builds[1].contains(hidden)
def checked = json('target/checked.json')
assert checked.findings.collect { [it.rule, it.severity] } == [['stdlib-module', 'error'], ['hidden-package', 'error']]
assert checked.rules == []

assert builds[2].contains("there is no rule 'elf-libary'")
assert builds[2].contains('elf-glibc, elf-library, clash') : 'all rules are listed'
assert builds[3].contains('the rule wheel-archive cannot be set to off')

assert builds[4].contains('max-size: ') && builds[4].contains('are larger than <maxSize> allows')
assert builds[4].contains('layers from elsewhere 1.0 MB')
assert builds[4].contains('[WARNING] hidden-package: ')
return true
