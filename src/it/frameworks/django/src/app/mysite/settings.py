import os

from django.core.management.utils import get_random_secret_key

# Set it in the function's environment if the app signs anything (sessions, tokens): each instance has its own otherwise.
SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()
# API Gateway and function URLs answer to their own host names alone.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = ["django.contrib.staticfiles", "shop"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "mysite.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
WSGI_APPLICATION = "mysite.wsgi.application"

# WhiteNoise serves each app's folder static/ from the zip, so no collectstatic has to run before it is packed.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
