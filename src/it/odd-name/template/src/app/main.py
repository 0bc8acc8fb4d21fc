import local_one
