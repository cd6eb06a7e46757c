"""Where the data lie: an argument of the command line, else templates/data, else the shared folder beside the repository."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))


def find(name):
    for path in sys.argv[1:]:
        if os.path.basename(path) == name:
            return path
    for folder in ["templates/data", "../shared/data"]:
        path = os.path.join(REPOSITORY, folder, name)
        if os.path.exists(path):
            return path
    sys.exit(f"{name} is neither in templates/data nor in the shared folder; give its path.")
