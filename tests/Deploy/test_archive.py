"""The event log to a bucket and back, by the built host's own verbs, through the AWS SDK against moto's S3."""
import glob
import json
import logging
import os
import re
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.request

import boto3
from moto.server import ThreadedMotoServer

HOST = next(iter(sorted(glob.glob("../../src/Api/bin/*/net10.0/TitanTrakr.Api.dll"), key=os.path.getmtime, reverse=True)), None)
HEADER = '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def years(hour):
    """A CSV file of 700 workouts with long notes, two megabytes; three of them make a log of more than one part of an upload."""
    days = [f"{day} Jan {year}" for year in range(2000, 2025) for day in range(1, 29)]
    return "\n".join([HEADER, *(
        f'"Day","{day}, {hour}:00","{day}, {hour}:50","{"deep " * 390}","Squat (Barbell)",,"{"slow " * 190}",0,"normal",100,5,,,8' for day in days)])


class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        cls.server = ThreadedMotoServer(port=0, ip_address="127.0.0.1", verbose=False)
        cls.server.start()
        address = "http://%s:%d" % cls.server.get_host_and_port()
        cls.folder = tempfile.TemporaryDirectory()
        cls.environment = dict(
            os.environ, AWS_ENDPOINT_URL=address, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_REGION="us-west-1", AWS_EC2_METADATA_DISABLED="true",
            DOTNET_ENVIRONMENT="Development", Logging__LogLevel__Default="Warning")
        cls.s3 = boto3.client("s3", endpoint_url=address, region_name="us-west-1", aws_access_key_id="test", aws_secret_access_key="test")
        cls.s3.create_bucket(Bucket="gym-app-archive", CreateBucketConfiguration={"LocationConstraint": "us-west-1"})

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.folder.cleanup()

    def on(self, database):
        return dict(self.environment, ConnectionStrings__Titan=f"Data Source={self.folder.name}/{database}.db")

    def verb(self, database, *words):
        done = subprocess.run(["dotnet", os.path.abspath(HOST), *words], cwd=self.folder.name, env=self.on(database), capture_output=True, text=True, timeout=240)
        return done.returncode, done.stdout + done.stderr

    def train(self, database):
        port = free_port()
        host = subprocess.Popen(
            ["dotnet", os.path.abspath(HOST)], cwd=self.folder.name, env=dict(self.on(database), ASPNETCORE_URLS=f"http://127.0.0.1:{port}"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            def send(path, body, kind, token=""):
                request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, {"Content-Type": kind, **({"Authorization": "Bearer " + token} if token else {})})
                return json.load(urllib.request.urlopen(request, timeout=120))
            for _ in range(1200):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready")
                    break
                except OSError:
                    time.sleep(0.1)
            token = send("/api/account/guest", b"{}", "application/json")["accessToken"]
            return sum(send("/api/import", years(hour).encode(), "text/csv", token)["workouts"] for hour in range(10, 13))
        finally:
            host.terminate()
            host.wait(30)

    def test_a_log_of_many_parts_comes_back_from_the_bucket_as_it_was_and_a_broken_one_does_not(self):
        self.assertIsNotNone(HOST, "the host is built first")
        self.assertEqual(self.train("before"), 2100)
        code, said = self.verb("before", "events", "export", "--to", "s3://gym-app-archive/staging")
        self.assertEqual(code, 0, said)
        digest, place = re.search(r"log (\w{64})", said)[1], re.search(r"^s3://\S+", said, re.M)[0]
        files = {each["Key"].rsplit("/", 1)[1]: each for each in self.s3.list_objects_v2(Bucket="gym-app-archive")["Contents"]}
        self.assertIn("manifest.json", files)
        log = max(files.values(), key=lambda each: each["Size"])
        self.assertRegex(log["ETag"], r"-\d+\"$", f"{log} went up in parts")

        code, said = self.verb("after", "events", "import", "--from", place)
        self.assertEqual((code, re.search(r"log (\w{64})", said)[1]), (0, digest), said)
        self.assertEqual(self.verb("after", "projections", "verify")[0], 0)

        half = self.s3.get_object(Bucket="gym-app-archive", Key=log["Key"])["Body"].read(log["Size"] // 2)
        self.s3.put_object(Bucket="gym-app-archive", Key=log["Key"], Body=half)
        self.assertEqual(self.verb("broken", "events", "import", "--from", place)[0], 1)
        self.assertEqual(self.verb("none", "events", "import", "--from", "s3://gym-app-archive/nothing")[0], 1)


if __name__ == "__main__":
    unittest.main()
