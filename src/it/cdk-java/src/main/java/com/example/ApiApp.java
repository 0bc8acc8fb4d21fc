package com.example;

import software.amazon.awscdk.App;

public final class ApiApp {

    private ApiApp() {}

    public static void main(String[] args) {
        App app = new App();
        new ApiStack(app, "ApiStack");
        app.synth();
    }
}
