// Java 17 cannot name such a folder in the locale C.
return java.nio.charset.Charset.forName(System.getProperty('sun.jnu.encoding')).newEncoder().canEncode('ö')
