"""The rules hold for the templates as they are, and each of them notices when it is broken."""
import copy
import glob
import os
import re
import unittest

import yaml

import rules

# What is planted: template, what stands there, what stands there instead, and the rule that has to speak up.
PLANTED = [
    ("app", "      StorageEncrypted: true\n", "      StorageEncrypted: false\n", "encrypted with a customer key"),
    ("app", "      KmsKeyId: !GetAtt Key.Arn\n      MasterUsername", "      MasterUsername", "encrypted with a customer key"),
    ("shared", "      EncryptionConfiguration: {EncryptionType: KMS, KmsKey: !GetAtt Key.Arn}\n", "", "encrypted with a customer key"),
    ("edge", "      KmsMasterKeyId: !Ref Key\n", "", "encrypted with a customer key"),
    ("app", "      TransitEncryptionEnabled: true\n", "      TransitEncryptionEnabled: false\n", "encrypted with a customer key"),
    ("shared", "        RestrictPublicBuckets: true\n", "        RestrictPublicBuckets: false\n", "no public bucket"),
    ("shared", "      EnableKeyRotation: true\n", "", "keys rotate"),
    ("app", "      PubliclyAccessible: false\n", "      PubliclyAccessible: true\n", "no public database"),
    ("app", "      SubnetIds: [!Ref PrivateA, !Ref PrivateB]\n\n  DatabaseParameters", "      SubnetIds: [!Ref PublicA, !Ref PrivateB]\n\n  DatabaseParameters", "database in private subnets"),
    ("app", "FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref HostGroup", "FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/16", "5432 and 6379 only group to group"),
    ("app", "FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0", "FromPort: 0, ToPort: 65535, CidrIp: 0.0.0.0/0", "443 and mail are all that goes out by address"),
    ("app", "ToPort: !Ref MailPort, CidrIpv6", "ToPort: 65535, CidrIpv6", "5432 and 6379 only group to group"),
    ("app", "ToPort: !Ref MailPort, CidrIpv6", "ToPort: 65535, CidrIpv6", "mail gets out"),
    ("app", '          Mail__Port: !If [HasMail, !Ref MailPort, !Ref "AWS::NoValue"]\n', "", "mail gets out"),
    ("app", "    AllowedValues: [465, 587, 2525, 2587]\n", "", "mail gets out"),
    ("app", '"${RepositoryUri}@${ImageDigest}"', '"${RepositoryUri}:latest"', "digest, not tag"),
    ("app", '    AllowedPattern: "sha256:[0-9a-f]{64}"\n', "", "digest, not tag"),
    ("shared", "ImageTagMutabilityExclusionFilterValue: prod", "ImageTagMutabilityExclusionFilterValue: '*'", "only the labels move"),
    ("app", "          Database__Provider: Postgres\n", "          Tokens__Keys: c2VjcmV0\n", "no secret in environment or template"),
    ("app", "          RELEASE: !Ref Release\n", '          RELEASE: !Sub "{{resolve:secretsmanager:${AppSecret}}}"\n', "no secret in environment or template"),
    ("app", 'Password={{resolve:secretsmanager:${AppSecret}:SecretString:password}};', "Password=hunter2;", "no secret in environment or template"),
    ("app", '"Mail:Password":"{{resolve:secretsmanager:${OperatorSecret}:SecretString:mailPassword}}"', '"Mail:Password":"hunter2"', "no secret in environment or template"),
    ("app", "  MailUser:\n    Type", "  MailPassword:\n    Type", "no secret in environment or template"),
    ("app", "      ManageMasterUserPassword: !If [ManagedInstance, true, !Ref \"AWS::NoValue\"]\n", "", "the owner's password is managed"),
    ("app", "{{resolve:secretsmanager:${Owner}:SecretString:::}}", '"{{resolve:secretsmanager:${Owner}:SecretString:::}}"', "settings are JSON whatever a password is"),
    ("app", '"Database:Credentials":{{resolve:secretsmanager:${Owner}:SecretString:::}}', '"Database:Password":"{{resolve:secretsmanager:${Owner}:SecretString:password}}"', "the owner's password stands whole"),
    ("app", "GenerateStringKey: password, PasswordLength: 40, ExcludePunctuation: true}", "GenerateStringKey: password, PasswordLength: 40}", "generated secrets are letters and digits"),
    ("app", '          Database__CommandTimeout: "600"\n', "", "verbs may take their time"),
    ("app", '    Default: "17.6"\n    AllowedPattern: "17\\\\.[0-9]+"\n    Description: Aurora', '    Default: "17.5"\n    AllowedPattern: "17\\\\.[0-9]+"\n    Description: Aurora', "Aurora is not behind"),
    ("app", "TLSv1.2_2021", "TLSv1", "TLS 1.2_2021"),
    ("app", "OriginProtocolPolicy: https-only", "OriginProtocolPolicy: http-only", "origin by https"),
    ("app", 'HeaderValue: !Sub "{{resolve:secretsmanager:${OriginSecret}:SecretString:value}}"', "HeaderValue: open-sesame", "origin secret from Secrets Manager"),
    ("app", 'rds.force_ssl: "1"', 'rds.force_ssl: "0"', "rds.force_ssl"),
    ("edge", "      DBClusterParameterGroupName: !Ref GlobalParameters\n", "", "rds.force_ssl"),
    ("app", "        log_error_verbosity: terse\n", "", "no values in the database's log"),
    ("app", '        log_parameter_max_length_on_error: "0"\n', "", "no values in the database's log"),
    ("app", "SSL Mode=VerifyFull", "SSL Mode=Prefer", "connections say SSL Mode=VerifyFull"),
    ("app", "IAMAuth: REQUIRED", "IAMAuth: DISABLED", "proxy by TLS and IAM"),
    ("shared", '{Bool: {"aws:SecureTransport": "false"}}', '{Bool: {"aws:SecureTransport": "true"}}', "TLS only"),
    ("app", "          - PathPattern: /api/*\n", "          - PathPattern: /apis/*\n", "/api/* is never cached"),
    ("app", "        DefaultTTL: 0\n", "        DefaultTTL: 86400\n", "the origin decides what is cached"),
    ("app", "OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac", "OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3", "all but Host goes to the origin"),
    ("app", "      Type: AAAA\n", "      Type: CNAME\n", "alias A and AAAA for seven names"),
    ("edge", "                - {Name: GenericLFI_BODY, ActionToUse: {Count: {}}}\n", "", "a body may hold any text"),
    ("edge", "{Name: Log4JRCE_BODY, ActionToUse: {Count: {}}}", "{Name: Log4JRCE_BODY, ActionToUse: {Block: {}}}", "a body may hold any text"),
    ("app", "Lifecycle: {DeleteAfterDays: 90}", "Lifecycle: {DeleteAfterDays: 9}", "backup weekly, 90 days"),
    ("app", "            CopyActions: [{DestinationBackupVaultArn: !Ref CopyVaultArn, Lifecycle: {DeleteAfterDays: 365}}]\n", "", "monthly copy to us-east-1"),
    ("app", "    DeletionPolicy: Snapshot\n", "    DeletionPolicy: Delete\n", "snapshot on delete"),
    ("app", "      DeletionProtection: !If [IsProd, true, false]\n", "      DeletionProtection: false\n", "prod is protected from deletion"),
    ("app", "      BackupRetentionPeriod: 30\n", "      BackupRetentionPeriod: 1\n", "30 days of points in time"),
    ("app", "      Targets: [{Id: alerts, Arn: !Ref Alerts}]\n", "      Targets: []\n", "failed backups are told"),
    ("app", "            Principal: {Service: events.amazonaws.com}\n", '            Condition: {StringEquals: {"aws:SourceAccount": !Ref "AWS::AccountId"}}\n            Principal: {Service: events.amazonaws.com}\n', "events reach the topic"),
    ("app", "Principal: {Service: [cloudwatch.amazonaws.com, budgets.amazonaws.com, events.rds.amazonaws.com]}\n            Action: \"sns:Publish\"", "Principal: {Service: [cloudwatch.amazonaws.com, events.amazonaws.com]}\n            Action: \"sns:Publish\"", "events reach the topic"),
    ("app", "exitCode: [{anything-but: 0}]", "exitCode: [1]", "failed jobs on Fargate are told"),
    ("app", "100 * used / ${ReservedConcurrency}", "100 * used", "an alarm at four fifths of the concurrency"),
    ("shared", "StorageClass: DEEP_ARCHIVE", "StorageClass: STANDARD_IA", "the archive is cold and kept"),
    ("app", "      AlarmActions: [!Ref Alerts]\n", "", "alarms notify"),
    ("edge", "MetricName: OriginLatency", "MetricName: TotalErrorRate", "an alarm for every metric"),
    ("app", "Statistic: Maximum\n      Period: 300\n      EvaluationPeriods: 2\n      Threshold: 80\n", "Statistic: Maximum\n      Period: 300\n      EvaluationPeriods: 2\n      Threshold: 81\n", "fewer than 80 connections"),
    ("app", "MetricName: VoiceFailures, MetricValue", "MetricName: Voices, MetricValue", "own metrics come from the log"),
    ("app", "    Condition: Sleeps\n", "", "only staging sleeps"),
    ("app", "Sleeps: !And [!Condition IsStaging, !Condition Phase1]", "Sleeps: !And [!Condition IsProd, !Condition Phase1]", "only staging sleeps"),
    ("app", "Sleeps: !And [!Condition IsStaging, !Condition Phase1]", "Sleeps: !And [!Condition IsStaging, !Condition Instance]", "only staging sleeps"),
    ("app", '!If [IsStaging, "cron(0 12 ? * MON-FRI *)", "cron(0 3 * * ? *)"]', "cron(0 3 * * ? *)", "staging works while it is awake"),
    ("app", '!If [IsStaging, "cron(0 12 ? * 2#1 *)", "cron(0 12 1 * ? *)"]', "cron(0 12 1 * ? *)", "staging works while it is awake"),
    ("app", "cron(0 20 * * ? *)", "cron(0 20 ? * FRI *)", "stopped daily"),
    ("app", "      ScheduleExpressionTimezone: !Ref TimeZone\n      FlexibleTimeWindow", "      FlexibleTimeWindow", "a named time zone"),
    ("shared", ":environment:prod", ":*", "OIDC subject"),
    ("shared", '"token.actions.githubusercontent.com:aud": sts.amazonaws.com', '"token.actions.githubusercontent.com:aud": "*"', "OIDC audience"),
    ("app", '{Effect: Allow, Action: "lambda:InvokeFunction", Resource: !GetAtt Jobs.Arn}', '{Effect: Allow, Action: "lambda:*", Resource: "*"}', "no role may do everything"),
    ("app", '      PermissionsBoundary: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/gym-app-boundary-${Environment}"\n', "", "roles within a boundary"),
    ("shared", '                Condition: {StringEquals: {"iam:PermissionsBoundary": !Ref StagingBoundary}}\n', "", "roles within a boundary"),
    ("shared", '                  - "iam:DeleteRole"\n', '                  - "iam:DeleteRolePermissionsBoundary"\n', "roles within a boundary"),
    ("shared", "role/gym-app/staging/*\"\n              - Sid: WithinTheBoundary", "role/gym-app/*\"\n              - Sid: WithinTheBoundary", "a builder makes its own environment's roles"),
    ("shared", 'policy/CloudWatchReadOnlyAccess"', 'policy/AdministratorAccess"', "a builder attaches what the template attaches"),
    ("shared", 'NotAction: ["iam:*", ', "NotAction: [", "a boundary grants no rights"),
    ("shared", "Resource: !GetAtt StagingBuilder.Arn", "Resource: !GetAtt ProdBuilder.Arn", "a pipeline hands over to its own builder"),
    ("shared", "${Templates.Arn}/gym-app-staging/*", "${Templates.Arn}/*", "a pipeline writes its own templates"),
    ("shared", "          - Sid: NotProdByTag\n            Effect: Deny", "          - Sid: NotProdByTag\n            Effect: Allow", "staging reaches nothing of prod"),
    ("app", "RetentionInDays: !Ref LogRetention, ", "", "log retention"),
    ("app", "      TracingConfig: {Mode: Active}\n", "", "tracing"),
    ("app", "      Timeout: 25\n", "      Timeout: 60\n", "25 s"),
    ("app", "AutoRollbackConfiguration: {Enabled: true", "AutoRollbackConfiguration: {Enabled: false", "canary goes back on alarms"),
    ("app", '  DoorPermission:\n    Type: AWS::Lambda::Permission\n    Properties: {FunctionName: !Ref Live, Action: "lambda:InvokeFunction"', '  DoorPermission:\n    Type: AWS::Lambda::Permission\n    Properties: {FunctionName: !Ref Live, Action: "lambda:GetFunction"', "a URL needs two permissions"),
]


class Rules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = rules.load(rules.DEPLOY)
        cls.parameters = rules.read_parameters(rules.DEPLOY)

    def test_the_templates_keep_every_rule(self):
        self.assertEqual(rules.check(self.texts, self.parameters), [])

    def test_every_planted_violation_is_found(self):
        for template, there, instead, rule in PLANTED:
            with self.subTest(rule=rule, instead=instead):
                self.assertIn(there, self.texts[template], "this does not stand there any more")
                planted = {**self.texts, template: self.texts[template].replace(there, instead, 1)}
                found = rules.check(planted, self.parameters)
                self.assertTrue(any(line.startswith(rule + ": ") for line in found), f"not found: {found}")

    def test_files_that_disagree_and_unknown_parameters_are_found(self):
        other = copy.deepcopy(self.parameters)
        other["prod"]["AlertEmail"] = "else@example.com"
        other["staging"]["Surprise"] = 1
        found = rules.check(self.texts, other)
        self.assertIn("both files say the same of shared stacks: AlertEmail", found)
        self.assertIn("parameters exist: staging.Surprise", found)

    def test_the_image_is_built_from_every_folder_that_its_projects_refer_to(self):
        root = os.path.join(rules.DEPLOY, "..")
        with open(os.path.join(rules.DEPLOY, "Dockerfile.dockerignore"), encoding="utf-8") as file:
            taken = set(re.findall(r"^!(.+)$", file.read(), re.M))
        for project in glob.glob(os.path.join(root, "src", "*", "*.csproj")):
            with open(project, encoding="utf-8") as file:
                for folder in re.findall(r"\.\./\.\./([A-Za-z]+)", file.read()):
                    self.assertIn(folder, taken, project)

    def test_a_run_that_waits_for_an_approval_keeps_none_from_staging_and_no_deployment_is_broken_off(self):
        with open(os.path.join(rules.DEPLOY, "..", ".github", "workflows", "deploy.yml"), encoding="utf-8") as file:
            workflow = yaml.safe_load(file)
        self.assertNotIn("concurrency", workflow)
        for environment in ("staging", "prod"):
            self.assertEqual(workflow["jobs"][environment]["concurrency"], {"group": "deploy-" + environment, "cancel-in-progress": False})

    def test_every_parameter_is_in_the_readme(self):
        with open(rules.DEPLOY + "/README.md", encoding="utf-8") as file:
            readme = file.read()
        parsed = rules.Templates(self.texts, self.parameters).parsed
        missing = {name for template in parsed.values() for name in template["Parameters"] if f"`{name}`" not in readme}
        self.assertEqual(missing, set())

    def test_the_cost_table_adds_up(self):
        with open(rules.DEPLOY + "/README.md", encoding="utf-8") as file:
            rows = re.findall(r"^\| ([^|]+) \| *([\d.]+) \| *([\d.]+) \|$", file.read(), re.M)
        total = next(row for row in rows if row[0].strip() == "**Together**") if any("Together" in row[0] for row in rows) else None
        self.assertIsNotNone(total)
        for column in (1, 2):
            self.assertAlmostEqual(sum(float(row[column]) for row in rows if "Together" not in row[0]), float(total[column]), places=2)


if __name__ == "__main__":
    unittest.main()
