"""The scripts against the stand-in, in the order of an account's life: each test begins where the one before ended."""
import unittest

from cloud import Cloud


class Scripts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cloud = Cloud()
        cls.cloud.commit("a" * 40)

    @classmethod
    def tearDownClass(cls):
        cls.cloud.stop()

    def run_script(self, script, *arguments, code=0, **told):
        done = self.cloud.run(script, *arguments, **told)
        self.assertEqual(done.returncode, code, f"{script} {arguments}\n{done.stdout}\n{done.stderr}\n{self.cloud.calls}")
        return done

    def unchanged(self):
        self.assertEqual(self.cloud.changes, [])

    def test_01_what_no_script_understands_exits_2_and_asks_nothing(self):
        for script in ("deploy.sh", "rollback.sh", "migrate.sh", "restore-drill.sh", "destroy.sh", "promote.sh"):
            with self.subTest(script):
                said = self.run_script(script, "qa", code=2).stderr
                self.assertIn("no environment \"qa\"" if script != "promote.sh" else "One environment", said)
                self.assertEqual(self.cloud.calls, [])
        self.run_script("deploy.sh", code=2)
        self.run_script("deploy.sh", "staging", "--image-digest", "latest", code=2)
        self.run_script("rollback.sh", "staging", "--image-digest", "sha256:" + "0" * 64, code=2)
        self.run_script("promote.sh", "staging", code=2)
        self.assertIn("--dry-run", self.run_script("deploy.sh", "--help").stdout)

    def test_02_a_parameter_file_that_is_not_filled_in_is_named(self):
        whole = self.cloud.read("parameters/staging.json")
        self.cloud.write("parameters/staging.json", whole.replace("Z0000000001", "REPLACE"))
        self.assertIn("PrimaryZoneId", self.run_script("deploy.sh", "staging", code=1).stderr)
        self.assertEqual(self.cloud.calls, [])
        self.cloud.write("parameters/staging.json", whole)

    def test_03_with_nothing_there_a_dry_run_changes_nothing(self):
        said = self.run_script("deploy.sh", "staging", "--dry-run").stderr
        self.unchanged()
        for words in ("create gym-app-shared", "create gym-app-edge", "build and push", "create gym-app-staging", "migrate the database"):
            self.assertIn(words, said)

    def test_04_with_nothing_there_nothing_is_promoted_or_rolled_back(self):
        for script, arguments in (("promote.sh", ["--yes"]), ("deploy.sh", ["prod", "--yes", "--app-only"]), ("rollback.sh", ["staging"]), ("migrate.sh", ["staging"]), ("restore-drill.sh", ["staging"])):
            with self.subTest(script):
                self.run_script(script, *arguments, code=1)
                self.unchanged()

    def test_05_an_error_of_the_first_stack_ends_it(self):
        self.run_script("deploy.sh", "staging", code=1, failing="ExecuteChangeSet")
        self.assertEqual(self.cloud.changes, ["CreateChangeSet", "ExecuteChangeSet"])
        self.run_script("deploy.sh", "staging", code=1, failing="GetCallerIdentity")
        self.assertEqual(self.cloud.calls, ["GetCallerIdentity"])

    def test_06a_a_first_migration_that_fails_leaves_nothing_that_counts_as_running(self):
        self.run_script("deploy.sh", "staging", code=1, job="migrate")
        self.assertEqual(self.cloud.changes[-1], "job gym-app-staging-migrate migrate")
        self.assertIn("Nothing runs on staging", self.run_script("promote.sh", "--yes", code=1).stderr)
        self.unchanged()
        self.run_script("deploy.sh", "prod", "--yes", "--app-only", code=1)
        self.unchanged()

    def test_06b_run_again_it_migrates_before_it_switches(self):
        done = self.run_script("deploy.sh", "staging")
        digest = done.stdout.strip()
        now = self.cloud.parameters("staging")
        self.assertEqual((now["ImageDigest"], now["JobsImageDigest"], now["PreviousImageDigest"]), (digest, digest, ""))
        self.assertEqual(self.cloud.tag("git-" + "a" * 40), digest)
        self.assertEqual(self.cloud.tag("staging"), digest)
        self.assertIn("asked https://staging.first.example/health/ready", self.cloud.calls)
        order = [call for call in self.cloud.changes if call in ("built", "ExecuteChangeSet") or call.startswith("job")]
        self.assertEqual(order, ["ExecuteChangeSet", "ExecuteChangeSet", "job gym-app-staging-migrate migrate", "ExecuteChangeSet"])
        web = self.cloud.aws("lambda", "get-function", "--function-name", "gym-app-staging-web")
        self.assertTrue(web["Code"]["ImageUri"].endswith("gym-app@" + digest), web["Code"])
        stack = self.cloud.aws("cloudformation", "describe-stacks", "--stack-name", "gym-app-staging")["Stacks"][0]
        self.assertEqual({each["Key"]: each["Value"] for each in stack["Tags"]}, {"Application": "gym-app", "Environment": "staging"})
        edge = self.run_script("deploy.sh", "staging", "--dry-run").stderr
        self.assertNotIn("DistributionId", edge, "the edge stack knows the distribution by now")

    def test_07_a_second_time_nothing_is_done(self):
        self.run_script("deploy.sh", "staging")
        self.assertNotIn("ExecuteChangeSet", self.cloud.calls)
        self.assertEqual([call for call in self.cloud.changes if call.startswith(("Put", "job", "built"))], [])

    def test_07b_a_database_that_sleeps_is_woken_before_anything_asks_for_it(self):
        self.assertIsNotNone(self.cloud.aws("rds", "stop-db-instance", "--db-instance-identifier", "gym-app-staging"))
        self.run_script("deploy.sh", "staging", "--dry-run")
        self.unchanged()
        self.run_script("deploy.sh", "staging", "--app-only")
        self.assertLess(self.cloud.calls.index("StartDBInstance"), self.cloud.calls.index("asked https://staging.first.example/health/ready"))

    def test_08_prod_asks_first(self):
        self.assertIn("Not confirmed", self.run_script("deploy.sh", "prod", code=1).stderr)
        self.unchanged()
        self.run_script("promote.sh", code=1)
        self.unchanged()

    def test_09_prod_from_nothing_takes_what_staging_runs(self):
        done = self.run_script("deploy.sh", "prod", "--yes")
        self.assertEqual(done.stdout.strip(), self.cloud.tag("staging"))
        self.assertEqual(self.cloud.tag("prod"), self.cloud.tag("staging"))
        self.assertNotIn("built", self.cloud.calls)
        # The stand-in makes no proxy before the role that it signs in as.
        order = [call for call in self.cloud.changes if call == "ExecuteChangeSet" or call.startswith("job")]
        self.assertEqual(order[:3], ["ExecuteChangeSet", "job gym-app-prod-migrate migrate", "ExecuteChangeSet"])
        self.assertEqual(self.cloud.parameters("prod")["DatabaseProxy"], "true")
        self.assertNotEqual(self.cloud.parameters("prod")["Release"], "0" * 12)
        self.run_script("deploy.sh", "prod", "--yes")
        self.assertNotIn("ExecuteChangeSet", self.cloud.calls)

    def test_10_a_migration_that_fails_switches_nothing(self):
        before = self.cloud.parameters("staging")
        self.cloud.commit("b" * 40)
        said = self.run_script("deploy.sh", "staging", "--app-only", code=1, job="migrate").stderr
        self.assertIn("ended with 1", said)
        self.assertEqual(self.cloud.changes[-1], "job gym-app-staging-migrate migrate")
        now = self.cloud.parameters("staging")
        self.assertEqual((now["ImageDigest"], now["Release"]), (before["ImageDigest"], before["Release"]))
        self.assertEqual(self.cloud.tag("staging"), before["ImageDigest"])
        self.assertIn("under way", self.run_script("promote.sh", "--yes", code=1).stderr)
        self.unchanged()

    def test_11_run_again_it_goes_on_where_it_broke_off(self):
        before = self.cloud.parameters("staging")
        digest = self.run_script("deploy.sh", "staging", "--app-only").stdout.strip()
        now = self.cloud.parameters("staging")
        self.assertNotEqual(digest, before["ImageDigest"])
        self.assertEqual((now["ImageDigest"], now["PreviousImageDigest"]), (digest, before["ImageDigest"]))
        self.assertNotEqual(now["Release"], before["Release"])
        self.assertNotIn("built", self.cloud.calls)

    def test_12_what_staging_does_not_run_is_not_promoted(self):
        other = "sha256:" + "0" * 64
        self.assertIn("isn't promoted", self.run_script("promote.sh", "--image-digest", other, "--yes", code=1).stderr)
        self.unchanged()
        self.run_script("deploy.sh", "prod", "--image-digest", other, "--yes", "--app-only", code=1)
        self.unchanged()

    def test_13_promotion_keeps_the_digest(self):
        self.run_script("promote.sh", "--dry-run")
        self.unchanged()
        tested = self.cloud.tag("staging")
        before = self.cloud.parameters("prod")
        self.run_script("promote.sh", "--image-digest", tested, "--app-only", "--yes")
        now = self.cloud.parameters("prod")
        self.assertEqual((now["ImageDigest"], now["JobsImageDigest"], now["PreviousImageDigest"]), (tested, tested, before["ImageDigest"]))
        self.assertEqual(now["CanaryConfig"], "CodeDeployDefault.LambdaCanary10Percent5Minutes")
        self.assertEqual(self.cloud.tag("prod"), tested)
        self.assertNotIn("built", self.cloud.calls)

    def test_14_a_rollback_restores_what_was_before_at_once_and_leaves_the_schema(self):
        before = self.cloud.parameters("prod")
        self.run_script("rollback.sh", "prod", "--dry-run")
        self.unchanged()
        self.run_script("rollback.sh", "prod", "--yes")
        now = self.cloud.parameters("prod")
        self.assertEqual((now["ImageDigest"], now["PreviousImageDigest"]), (before["PreviousImageDigest"], before["ImageDigest"]))
        self.assertEqual(now["CanaryConfig"], "CodeDeployDefault.LambdaAllAtOnce")
        self.assertEqual(self.cloud.tag("prod"), before["PreviousImageDigest"])
        self.assertEqual([call for call in self.cloud.calls if call.startswith("job")], [])

    def test_15_an_address_that_stays_silent_is_an_error(self):
        self.assertIn("rollback.sh", self.run_script("deploy.sh", "prod", "--app-only", "--yes", code=1, silent="yes").stderr)

    def test_16_migrating_by_hand_looks_the_owners_password_up_anew(self):
        before = self.cloud.parameters("staging")
        self.run_script("migrate.sh", "staging", "--dry-run")
        self.unchanged()
        self.run_script("migrate.sh", "staging")
        now = self.cloud.parameters("staging")
        self.assertGreater(int(now.pop("OwnerRevision")), int(before.pop("OwnerRevision")) - 1)
        self.assertEqual(now, before)
        self.assertIn("job gym-app-staging-migrate migrate", self.cloud.calls)
        self.run_script("migrate.sh", "staging", code=255, failing="UpdateStack")
        self.assertNotIn("job gym-app-staging-migrate migrate", self.cloud.calls)

    def test_17_a_drill_restores_verifies_and_leaves_nothing_behind(self):
        self.run_script("restore-drill.sh", "staging", "--dry-run")
        self.unchanged()
        said = self.run_script("restore-drill.sh", "staging").stderr
        self.assertIn("The copy is sound", said)
        self.assertIn("job gym-app-staging-drill projections verify", self.cloud.calls)
        self.assert_no_drill()

    def test_18_a_drill_that_fails_says_so_and_leaves_nothing_behind(self):
        self.run_script("restore-drill.sh", "staging", code=1, job="projections verify")
        self.assert_no_drill()
        self.run_script("restore-drill.sh", "staging", code=255, failing="CreateSecret")
        self.assertNotIn("job gym-app-staging-drill projections verify", self.cloud.calls)
        self.assert_no_drill()

    def assert_no_drill(self):
        self.assertEqual([each["DBInstanceIdentifier"] for each in self.cloud.aws("rds", "describe-db-instances")["DBInstances"] if "drill" in each["DBInstanceIdentifier"]], [])
        self.assertEqual([each["Name"] for each in self.cloud.aws("secretsmanager", "list-secrets")["SecretList"] if "drill" in each["Name"]], [])
        self.assertIsNone(self.cloud.aws("lambda", "get-function", "--function-name", "gym-app-staging-drill"))

    def test_19_staging_is_taken_down(self):
        self.assertIsNotNone(self.cloud.aws("rds", "stop-db-instance", "--db-instance-identifier", "gym-app-staging"))
        self.run_script("destroy.sh", "staging", "--dry-run")
        self.unchanged()
        self.run_script("destroy.sh", "staging")
        # RDS takes the last snapshot of no database that is stopped.
        self.assertLess(self.cloud.calls.index("StartDBInstance"), self.cloud.calls.index("DeleteStack"))
        self.assertIn("There is no gym-app-staging", self.run_script("destroy.sh", "staging").stderr)


if __name__ == "__main__":
    unittest.main()
