"""What the tests of the scripts run in: the stand-in, the warm aws CLI, and a folder of commands that stand in for docker, git and curl."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DEPLOY = os.path.join(HERE, "..", "..", "deploy")
READING = re.compile(r"(Describe|Get|List|BatchGet)\w*|(HEAD|GET) .*|invalid")

COMMANDS = {
    # An image is its manifest; each commit has another.
    "docker": """case $1 in
  login) cat >/dev/null ;;
  buildx)
    while [ $# -gt 0 ]; do if [ "$1" = -t ]; then shift; tag=${1##*:}; fi; shift; done
    echo built >>"$CLOUD/calls"
    digest=$(printf %s "$tag" | sha256sum | cut -c1-64)
    aws ecr put-image --region us-west-1 --repository-name gym-app --image-tag "$tag" --image-manifest '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":1,"digest":"sha256:'$digest'"},"layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":1,"digest":"sha256:'$digest'"}]}' >/dev/null ;;
esac""",
    "git": """case "$*" in *rev-parse*) cat "$CLOUD/commit" ;; *status*) : ;; *) exit 1 ;; esac""",
    "curl": """echo "asked ${@: -1}" >>"$CLOUD/calls"; [ ! -e "$CLOUD/silent" ]""",
}


class Cloud:
    """Starts empty. `run` runs a script; `calls` is what it made of it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="gym-app-")
        self.commands = os.path.join(self.folder, "bin")
        os.mkdir(self.commands)
        self.processes = []
        port = self._start("standin.py", self.folder)
        self._start("aws_server.py", os.path.join(self.folder, "aws.sock"))
        self._write_commands()
        self._write_parameters()
        self.environment = {
            "PATH": self.commands + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": self.folder, "CLOUD": self.folder, "LC_ALL": "C.UTF-8",
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_ENDPOINT_URL": f"http://localhost:{port}", "AWS_MAX_ATTEMPTS": "1",
            "GYM_APP_PARAMETERS": os.path.join(self.folder, "parameters"),
        }
        self.calls = []

    def _start(self, script, argument):
        with open(os.path.join(self.folder, script + ".log"), "w", encoding="utf-8") as log:
            process = subprocess.Popen([sys.executable, os.path.join(HERE, script), argument], stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, text=True)
        self.processes.append(process)
        line = process.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"{script} did not start:\n" + self.read(script + ".log"))
        return line

    def _write_commands(self):
        from aws_server import CLIENT
        commands = {name: "#!/usr/bin/env bash\nset -euo pipefail\n" + text for name, text in COMMANDS.items()}
        commands["aws"] = CLIENT.format(python=sys.executable, path=os.path.join(self.folder, "aws.sock"))
        for name, text in commands.items():
            self.write("bin/" + name, text + "\n")
            os.chmod(os.path.join(self.commands, name), 0o755)

    def _write_parameters(self):
        os.mkdir(os.path.join(self.folder, "parameters"))
        for environment in ("staging", "prod"):
            with open(os.path.join(DEPLOY, "cloudformation", "parameters", environment + ".json"), encoding="utf-8") as file:
                values = json.load(file)
            values.update(GitHubRepository="titan/trakr", PrimaryDomain="first.example", SecondDomain="second.example", ThirdDomain="third.example",
                          PrimaryZoneId="Z0000000001", SecondZoneId="Z0000000002", ThirdZoneId="Z0000000003", AlertEmail="ops@first.example")
            self.write(f"parameters/{environment}.json", json.dumps(values))

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        try:
            with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def remove(self, name):
        path = os.path.join(self.folder, name)
        if os.path.exists(path):
            os.remove(path)

    def commit(self, name):
        self.write("commit", name + "\n")

    def run(self, script, *arguments, **told):
        """Runs a script. `failing` is a pattern of calls to fail, `job` the verb to fail; `silent` makes the public address not answer."""
        for name in ("calls", "failing", "job", "silent"):
            self.remove(name)
        for name, value in told.items():
            self.write(name, value)
        done = subprocess.run([os.path.join(DEPLOY, "scripts", script), *arguments], env=self.environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, timeout=300)
        self.calls = self.read("calls").split("\n")[:-1]
        return done

    @property
    def changes(self):
        """The calls that change something."""
        return [call for call in self.calls if not READING.fullmatch(call) and not call.startswith("asked ")]

    def aws(self, *arguments):
        done = subprocess.run([os.path.join(self.commands, "aws"), *arguments, "--region", "us-west-1", "--output", "json"], env=self.environment, capture_output=True, text=True, check=False)
        return json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else None

    def parameters(self, environment):
        stacks = self.aws("cloudformation", "describe-stacks", "--stack-name", "gym-app-" + environment)
        return {each["ParameterKey"]: each["ParameterValue"] for each in stacks["Stacks"][0]["Parameters"]} if stacks else None

    def tag(self, name):
        images = self.aws("ecr", "describe-images", "--repository-name", "gym-app", "--image-ids", "imageTag=" + name)
        return images["imageDetails"][0]["imageDigest"] if images else None

    def stop(self):
        for process in self.processes:
            process.terminate()
            process.wait(timeout=20)
            process.stdout.close()
        shutil.rmtree(self.folder)
