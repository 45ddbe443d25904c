"""What deploy/README.md promises of the templates, looked up in them: `rules.py` prints what breaks a rule, a line each, and exits 1.

It reads text and structure, not what CloudFormation would make of them; cfn-lint does that. Intrinsic functions stay as they are: {"Ref": …}.
"""
import json
import os
import re
import sys

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
DEPLOY = os.path.join(HERE, "..", "..", "deploy")
SECRET_NAME = re.compile(r"password|secret|token|apikey|api_key", re.I)


class Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    pass


def short_form(loader, tag, node):
    kind = {yaml.ScalarNode: loader.construct_scalar, yaml.SequenceNode: loader.construct_sequence, yaml.MappingNode: loader.construct_mapping}[type(node)]
    value = kind(node) if isinstance(node, yaml.ScalarNode) else kind(node, deep=True)
    if tag == "GetAtt":
        value = value.split(".", 1) if isinstance(value, str) else value
    return {tag if tag in ("Ref", "Condition") else "Fn::" + tag: value}


Loader.add_multi_constructor("!", short_form)


def load(folder):
    texts = {}
    for name in ("edge", "shared", "app"):
        with open(os.path.join(folder, "cloudformation", name + ".yaml"), encoding="utf-8") as file:
            texts[name] = file.read()
    return texts


class Templates:
    def __init__(self, texts, parameters):
        self.texts = texts
        self.parsed = {name: yaml.load(text, Loader=Loader) for name, text in texts.items()}
        self.parameters = parameters
        self.found = []

    def say(self, rule, where):
        self.found.append(f"{rule}: {where}")

    def of(self, kind, *names):
        for name in names or self.parsed:
            for logical, resource in self.parsed[name]["Resources"].items():
                if resource["Type"] == kind:
                    yield f"{name}.{logical}", resource.get("Properties", {}), resource

    def need(self, rule, where, fine):
        if not fine:
            self.say(rule, where)


def text(value):
    return json.dumps(value, default=str)


def statements(document):
    found = document["Statement"]
    return [each for each in (found if isinstance(found, list) else [found]) if "Effect" in each]


def as_list(value):
    return value if isinstance(value, list) else [value]


def everything_at_rest_is_encrypted(t):
    rule = "encrypted with a customer key"
    for where, p, _ in t.of("AWS::RDS::DBInstance"):
        if "SourceDBInstanceIdentifier" in p or "DBClusterIdentifier" in p:
            continue  # encrypted with its source
        t.need(rule, where, p.get("StorageEncrypted") is True and "KmsKeyId" in p)
    for where, p, _ in t.of("AWS::RDS::DBCluster"):
        t.need(rule, where, p.get("StorageEncrypted") is True and "KmsKeyId" in p)
    for kind, key in (("AWS::SecretsManager::Secret", "KmsKeyId"), ("AWS::Logs::LogGroup", "KmsKeyId"), ("AWS::SNS::Topic", "KmsMasterKeyId"), ("AWS::Backup::BackupVault", "EncryptionKeyArn")):
        for where, p, _ in t.of(kind):
            t.need(rule, where, key in p)
    for where, p, _ in t.of("AWS::S3::Bucket"):
        t.need("encrypted", where, "BucketEncryption" in p)
        t.need("no public bucket", where, list(p.get("PublicAccessBlockConfiguration", {}).values()) == [True] * 4)
    for where, p, _ in t.of("AWS::ECR::Repository"):
        t.need(rule, where, p.get("EncryptionConfiguration", {}).get("EncryptionType") == "KMS")
    for where, p, _ in t.of("AWS::ElastiCache::ReplicationGroup"):
        t.need(rule, where, p.get("AtRestEncryptionEnabled") is True and p.get("TransitEncryptionEnabled") is True and "KmsKeyId" in p)
    for where, p, _ in t.of("AWS::KMS::Key"):
        t.need("keys rotate", where, p.get("EnableKeyRotation") is True)


def no_database_is_public(t):
    for where, p, _ in t.of("AWS::RDS::DBInstance"):
        t.need("no public database", where, p.get("PubliclyAccessible") is False)
    subnets = {name for name, each in t.parsed["app"]["Resources"].items() if each["Type"] == "AWS::EC2::Subnet" and name.startswith("Private")}
    for where, p, _ in t.of("AWS::RDS::DBSubnetGroup", "app"):
        t.need("database in private subnets", where, {each["Ref"] for each in p["SubnetIds"]} <= subnets)
    private = [p for where, p, _ in t.of("AWS::EC2::Route", "app") if p["RouteTableId"] == {"Ref": "PrivateRoutes"}]
    t.need("private subnets have no way in", "app.PrivateRoutes", all("GatewayId" not in p for p in private))


def ports_of_the_database_lead_from_group_to_group(t):
    mail = {}
    for kind, other in (("AWS::EC2::SecurityGroupIngress", "SourceSecurityGroupId"), ("AWS::EC2::SecurityGroupEgress", "DestinationSecurityGroupId")):
        for where, p, resource in t.of(kind):
            if p["FromPort"] == p["ToPort"] == {"Ref": "MailPort"} and p["GroupId"] == {"Ref": "HostGroup"} and other not in p and resource.get("Condition") == "HasMail":
                mail[p.get("CidrIp", p.get("CidrIpv6"))] = where
                continue
            t.need("5432 and 6379 only group to group", where, p["FromPort"] in (5432, 6379) and p["FromPort"] == p["ToPort"] and other in p and "CidrIp" not in p and "CidrIpv6" not in p)
    for where, p, _ in t.of("AWS::EC2::SecurityGroup"):
        t.need("nothing comes in by address", where, not p.get("SecurityGroupIngress"))
        for rule in p.get("SecurityGroupEgress", [{}]):
            nowhere = rule.get("CidrIp") == "127.0.0.1/32"
            t.need("443 and mail are all that goes out by address", where, nowhere or rule.get("FromPort") == rule.get("ToPort") == 443)
    variables = t.parsed["app"]["Resources"]["Web"]["Properties"]["Environment"]["Variables"]
    t.need("mail gets out", "app.HostToMail", set(mail) == {"0.0.0.0/0", "::/0"} and all("Egress" in t.parsed["app"]["Resources"][each[4:]]["Type"] for each in mail.values()))
    t.need("mail gets out", "app.Web.Mail__Port", variables.get("Mail__Port") == {"Fn::If": ["HasMail", {"Ref": "MailPort"}, {"Ref": "AWS::NoValue"}]})
    # Lambda lets nothing out to 25, and the host begins TLS with the first byte on 465 alone.
    t.need("mail gets out", "app.MailPort", set(t.parsed["app"]["Parameters"]["MailPort"].get("AllowedValues", [0])) <= {465, 587, 2525, 2587})


def images_are_named_by_digest(t):
    uris = [(where, p["Code"]["ImageUri"]) for where, p, _ in t.of("AWS::Lambda::Function")]
    uris += [(where, each["Image"]) for where, p, _ in t.of("AWS::ECS::TaskDefinition") for each in p["ContainerDefinitions"]]
    for where, uri in uris:
        t.need("digest, not tag", where, re.fullmatch(r"\$\{RepositoryUri\}@\$\{(Jobs)?ImageDigest\}", uri.get("Fn::Sub", "") if isinstance(uri, dict) else uri))
    for name in ("ImageDigest", "JobsImageDigest"):
        t.need("digest, not tag", "app." + name, t.parsed["app"]["Parameters"][name].get("AllowedPattern") == "sha256:[0-9a-f]{64}")
    for where, p, _ in t.of("AWS::ECR::Repository"):
        may_move = {each["ImageTagMutabilityExclusionFilterValue"] for each in p.get("ImageTagMutabilityExclusionFilters", [])}
        t.need("only the labels move", where, p.get("ImageTagMutability") == "IMMUTABLE_WITH_EXCLUSION" and may_move == {"staging", "prod"})
        t.need("images are scanned", where, p.get("ImageScanningConfiguration", {}).get("ScanOnPush") is True)
        t.need("tagged images stay", where, '"tagStatus":"untagged"' in p["LifecyclePolicy"]["LifecyclePolicyText"] and '"tagStatus":"any"' not in p["LifecyclePolicy"]["LifecyclePolicyText"])


def no_secret_stands_anywhere(t):
    rule = "no secret in environment or template"
    for where, p, _ in t.of("AWS::Lambda::Function"):
        for name, value in p.get("Environment", {}).get("Variables", {}).items():
            t.need(rule, f"{where}.{name}", name == "Secrets__Name" or not SECRET_NAME.search(name))
            t.need(rule, f"{where}.{name}", "resolve:" not in text(value))
    for where, p, _ in t.of("AWS::ECS::TaskDefinition"):
        for container in p["ContainerDefinitions"]:
            for each in container.get("Environment", []):
                t.need(rule, where, each["Name"] == "Secrets__Name" or not SECRET_NAME.search(each["Name"]))
                t.need(rule, where, "resolve:" not in text(each["Value"]))
    for where, p, _ in t.of("AWS::SecretsManager::Secret"):
        told = text(p.get("SecretString", ""))
        for name in re.findall(r'\\"([^"\\]*(?:Password|Secret|Keys|ApiKey))\\":\\"(?!\{\{resolve:|\$\{)', told):
            t.say(rule, f"{where}.{name}")
        t.need(rule, where, not re.search(r"Password=(?!\{\{resolve:)", told))
        t.need(rule, where, "SecretString" in p or "GenerateSecretString" in p)
    for kind in ("AWS::RDS::DBInstance", "AWS::RDS::DBCluster"):
        for where, p, _ in t.of(kind):
            t.need(rule, where, "MasterUserPassword" not in p or "{{resolve:secretsmanager:" in text(p["MasterUserPassword"]))
    for name, template in t.parsed.items():
        for parameter in template.get("Parameters", {}):
            t.need(rule, f"{name}.{parameter}", not re.search(r"password|secret(?!s)", parameter, re.I))
        t.need("no YAML aliases, which CloudFormation refuses", name, not re.search(r"(^|\s)[&*][a-z]+\s*$", t.texts[name], re.M))
    for environment, values in t.parameters.items():
        for name in values:
            t.need(rule, f"{environment}.{name}", not SECRET_NAME.search(name))
    managed = [p for where, p, _ in t.of("AWS::RDS::DBInstance", "app") if "MasterUsername" in p]
    t.need("the owner's password is managed", "app.Database", all("ManageMasterUserPassword" in p for p in managed) and managed)


def a_password_of_any_characters_stands_whole(t):
    """RDS makes the owner's password of all that can be printed but / " @ and blanks; all others are made of letters and digits."""
    made = {"username": "titan_owner", "password": "';\\={}&$(x"}
    for where, p, _ in t.of("AWS::SecretsManager::Secret", "app"):
        if "SecretString" in p:
            told = p["SecretString"]["Fn::Sub"][0]
            told = re.sub(r"\{\{resolve:secretsmanager:\$\{\w+\}:SecretString:::\}\}", lambda _: json.dumps(made), told)
            told = re.sub(r"\$\{\w+\}", "x", re.sub(r"\{\{resolve:.*?\}\}", "x", told))
            try:
                settings = json.loads(told)
            except ValueError:
                t.say("settings are JSON whatever a password is", where)
                continue
            if where == "app.OwnerSettings":
                t.need("the owner's password stands whole", where, settings.get("Database:Credentials") == made)
    for where, p, _ in t.of("AWS::SecretsManager::Secret", "app"):
        generated = p.get("GenerateSecretString")
        t.need("generated secrets are letters and digits", where, generated is None or generated.get("ExcludePunctuation") is True)


def verbs_may_take_their_time(t):
    """A host's statement ends after 10 s; an index, or a wait for another migration, takes longer."""
    for name in ("Jobs", "Migrate"):
        variables = t.parsed["app"]["Resources"][name]["Properties"]["Environment"]["Variables"]
        t.need("verbs may take their time", "app." + name, variables.get("Database__CommandTimeout") == "600")
    for where, p, _ in t.of("AWS::ECS::TaskDefinition"):
        t.need("verbs may take their time", where, {"Name": "Database__CommandTimeout", "Value": "600"} in p["ContainerDefinitions"][0]["Environment"])


def everything_in_transit_is_tls(t):
    for where, p, _ in t.of("AWS::CloudFront::Distribution"):
        config = p["DistributionConfig"]
        t.need("TLS 1.2_2021", where, config["ViewerCertificate"].get("MinimumProtocolVersion") == "TLSv1.2_2021")
        t.need("http2and3", where, config.get("HttpVersion") == "http2and3")
        t.need("web ACL", where, "WebACLId" in config)
        for origin in config["Origins"]:
            t.need("origin by https", where, origin["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only")
            headers = {each["HeaderName"]: text(each["HeaderValue"]) for each in origin.get("OriginCustomHeaders", [])}
            t.need("origin secret from Secrets Manager", where, "{{resolve:secretsmanager:" in headers.get("X-Origin-Secret", ""))
            t.need("model < Lambda < origin", where, 25 < origin["CustomOriginConfig"]["OriginReadTimeout"] <= 30)
    for kind in ("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup"):
        for where, p, _ in t.of(kind):
            said = p["Parameters"]
            t.need("rds.force_ssl", where, said.get("rds.force_ssl") == "1")
            lengths = [said.get("log_parameter_max_length"), said.get("log_parameter_max_length_on_error")]
            t.need("no values in the database's log", where, lengths == ["0", "0"] and said.get("log_error_verbosity") == "terse")
    for where, p, _ in t.of("AWS::RDS::DBProxy"):
        t.need("proxy by TLS and IAM", where, p.get("RequireTLS") is True and all(each.get("IAMAuth") == "REQUIRED" for each in p["Auth"]))
    for where, p, _ in t.of("AWS::RDS::DBCluster"):
        t.need("rds.force_ssl", where, "DBClusterParameterGroupName" in p)
    options = t.parsed["app"]["Mappings"]["Connection"]["Any"]["Options"]
    for each in ("SSL Mode=VerifyFull", "Maximum Pool Size=2", "No Reset On Close=true", "Timeout=5", "Command Timeout=10"):
        t.need("connections say " + each, "app.Mappings.Connection", each in options.split(";"))
    for kind, action in (("AWS::S3::BucketPolicy", "s3:*"), ("AWS::SNS::TopicPolicy", "sns:Publish")):
        for where, p, _ in t.of(kind):
            t.need("TLS only", where, any(s["Effect"] == "Deny" and s["Action"] == action and s.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}} for s in statements(p["PolicyDocument"])))
    for where, p, _ in t.of("AWS::CloudFront::ResponseHeadersPolicy"):
        headers = p["ResponseHeadersPolicyConfig"]
        t.need("response headers", where, {"StrictTransportSecurity", "ContentTypeOptions", "ReferrerPolicy", "ContentSecurityPolicy"} <= set(headers["SecurityHeadersConfig"]) and "microphone=(self)" in text(headers["CustomHeadersConfig"]))


def caches_keep_nothing_of_the_api(t):
    disabled, all_but_host = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    for where, p, _ in t.of("AWS::CloudFront::Distribution"):
        config = p["DistributionConfig"]
        behaviours = {each["PathPattern"]: each for each in config["CacheBehaviors"]}
        for path in ("/api/*", "/health/*"):
            t.need(f"{path} is never cached", where, behaviours.get(path, {}).get("CachePolicyId") == disabled)
        t.need("the API takes every method", where, len(behaviours.get("/api/*", {}).get("AllowedMethods", [])) == 7)
        for name, each in [*behaviours.items(), ("default", config["DefaultCacheBehavior"])]:
            t.need("all but Host goes to the origin", f"{where}.{name}", each.get("OriginRequestPolicyId") == all_but_host)
            t.need("https at the edge", f"{where}.{name}", each["ViewerProtocolPolicy"] in ("https-only", "redirect-to-https"))
            t.need("headers policy", f"{where}.{name}", "ResponseHeadersPolicyId" in each)
            t.need("the viewer's address is told", f"{where}.{name}", any(f["EventType"] == "viewer-request" for f in each.get("FunctionAssociations", [])))
    for where, p, _ in t.of("AWS::CloudFront::CachePolicy"):
        config = p["CachePolicyConfig"]
        t.need("the origin decides what is cached", where, config["MinTTL"] == 0 and config["DefaultTTL"] == 0)
    names = [p for where, p, _ in t.of("AWS::Route53::RecordSet")]
    t.need("alias A and AAAA for seven names", "app", len(names) == 14 and all("AliasTarget" in p for p in names) and sorted(p["Type"] for p in names) == ["A"] * 7 + ["AAAA"] * 7)
    for where, p, _ in t.of("AWS::WAFv2::WebACL"):
        t.need("rate rule and managed rules", where, "RateBasedStatement" in text(p["Rules"]) and "ManagedRuleGroupStatement" in text(p["Rules"]))


# The rules on bodies of AWS's managed groups (Developer Guide, "Baseline rule groups").
BODY_RULES = {
    "AWSManagedRulesCommonRuleSet": {"SizeRestrictions_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "CrossSiteScripting_BODY"},
    "AWSManagedRulesKnownBadInputsRuleSet": {"JavaDeserializationRCE_BODY", "Log4JRCE_BODY", "ReactJSRCE_BODY"},
}


def a_body_may_hold_any_text(t):
    for where, p, _ in t.of("AWS::WAFv2::WebACL"):
        groups = [each["Statement"]["ManagedRuleGroupStatement"] for each in p["Rules"] if "ManagedRuleGroupStatement" in each["Statement"]]
        for group in groups:
            counted = {each["Name"] for each in group.get("RuleActionOverrides", []) if each["ActionToUse"] == {"Count": {}}}
            for missing in BODY_RULES.get(group["Name"], set()) - counted:
                t.say("a body may hold any text", f"{where}.{missing}")


def schedule_of(value, environment):
    """A schedule that says IsStaging is two."""
    return value["Fn::If"][1 if environment == "staging" else 2] if isinstance(value, dict) and value.get("Fn::If", [""])[0] == "IsStaging" else value


def backups_are_in_tiers(t):
    for where, p, _ in t.of("AWS::Backup::BackupPlan"):
        rules = {each["RuleName"]: each for each in p["BackupPlan"]["BackupPlanRule"]}
        for name, schedule, days in (("daily", "cron(0 3 * * ? *)", 30), ("weekly", "cron(0 4 ? * SUN *)", 90), ("monthly", None, 365)):
            rule = rules.get(name, {})
            t.need(f"backup {name}, {days} days", where, rule.get("Lifecycle", {}).get("DeleteAfterDays") == days and schedule_of(rule.get("ScheduleExpression", ""), "prod").startswith(schedule or "cron("))
        t.need("monthly copy to us-east-1", where, text(rules.get("monthly", {}).get("CopyActions", "")).count("CopyVaultArn") == 1)
    for where, _, resource in t.of("AWS::Backup::BackupVault"):
        t.need("vaults are retained", where, resource.get("DeletionPolicy") == resource.get("UpdateReplacePolicy") == "Retain")
    for kind in ("AWS::RDS::DBInstance", "AWS::RDS::DBCluster"):
        for where, p, resource in t.of(kind):
            if "MasterUsername" in p:
                t.need("snapshot on delete", where, resource.get("DeletionPolicy") == resource.get("UpdateReplacePolicy") == "Snapshot")
                t.need("30 days of points in time", where, p.get("BackupRetentionPeriod") == 30)
                t.need("prod is protected from deletion", where, p.get("DeletionProtection") == {"Fn::If": ["IsProd", True, False]})
                t.need("database logs", where, p.get("EnableCloudwatchLogsExports") == ["postgresql"])
    t.need("restores are tested", "app", list(t.of("AWS::Backup::RestoreTestingPlan")) and list(t.of("AWS::Backup::RestoreTestingSelection")))
    archive = t.parsed["shared"]["Resources"]["Archive"]
    t.need("the archive is cold and kept", "shared.Archive", archive.get("DeletionPolicy") == "Retain" and "DEEP_ARCHIVE" in text(archive["Properties"].get("LifecycleConfiguration", "")))


METRICS = {
    "AWS/Lambda": {"Errors", "Throttles", "Duration", "ConcurrentExecutions"}, "AWS/CloudFront": {"5xxErrorRate", "OriginLatency"},
    "AWS/RDS": {"CPUUtilization", "CPUCreditBalance", "FreeableMemory", "FreeStorageSpace", "DatabaseConnections", "DatabaseConnectionsCurrentlySessionPinned"},
}


def events_are_told(t):
    """EventBridge can't be asked for its account where it writes to a topic: neither by the topic's policy nor by the key's."""
    for kind, document in (("AWS::KMS::Key", "KeyPolicy"), ("AWS::SNS::TopicPolicy", "PolicyDocument")):
        said = [s for _, p, _ in t.of(kind, "app") for s in statements(p[document]) if "events.amazonaws.com" in as_list(s["Principal"].get("Service") if isinstance(s["Principal"], dict) else None)]
        t.need("events reach the topic", "app." + kind, said and not any("Condition" in s for s in said))
    for rule, source, words in (("failed backups are told", "aws.backup", ["FAILED", "EXPIRED"]), ("failed jobs on Fargate are told", "aws.ecs", ['{"anything-but": 0}', "TaskFailedToStart"])):
        found = [p for _, p, _ in t.of("AWS::Events::Rule") if source in p["EventPattern"]["source"] and all(word in text(p["EventPattern"]) for word in words)]
        t.need(rule, "app", found and {"Ref": "Alerts"} in [each["Arn"] for p in found for each in p["Targets"]])


def metric_of(alarm):
    """The one metric that an alarm watches, by itself or in a sum with it."""
    return next((each["MetricStat"]["Metric"] for each in alarm.get("Metrics", []) if "MetricStat" in each), alarm)


def alarms_notify(t):
    alarms = [(where, {**p, **metric_of(p)}, resource) for where, p, resource in t.of("AWS::CloudWatch::Alarm")]
    for where, p, _ in alarms:
        t.need("alarms notify", where, p.get("AlarmActions") == [{"Ref": "Alerts"}])
        t.need("CloudFront's metrics are in us-east-1", where, (p["Namespace"] == "AWS/CloudFront") == where.startswith("edge."))
    for space, metrics in METRICS.items():
        for metric in metrics - {p["MetricName"] for _, p, _ in alarms if p["Namespace"] == space}:
            t.say("an alarm for every metric", f"{space} {metric}")
    for metric in METRICS["AWS/CloudFront"]:
        t.need("an alarm for every metric", f"AWS/CloudFront {metric}", [p["MetricName"] for _, p, _ in alarms].count(metric) == 2)
    t.need("an alarm for every metric", "voice failures", any(p["MetricName"] == "VoiceFailures" for _, p, _ in alarms))
    for where, p, _ in alarms:
        if p["MetricName"] == "DatabaseConnections":
            t.need("fewer than 80 connections", where, p["Threshold"] == 80 and p["ComparisonOperator"] == "GreaterThanOrEqualToThreshold")
        if p["MetricName"] == "ConcurrentExecutions":
            share = text([each.get("Expression") for each in p.get("Metrics", [])])
            t.need("an alarm at four fifths of the concurrency", where, "100 * used / ${ReservedConcurrency}" in share and p["Threshold"] == 80)
    for where, p, _ in t.of("AWS::SNS::Topic"):
        t.need("alerts go to somebody", where, any(each.get("Protocol") == "email" for each in p["Subscription"]))
    for kind in ("AWS::CloudWatch::Dashboard", "AWS::Budgets::Budget"):
        t.need("dashboard and budget", kind, list(t.of(kind)))
    made = {p["MetricTransformations"][0]["MetricName"] for _, p, _ in t.of("AWS::Logs::MetricFilter")}
    own = {p["MetricName"] for _, p, _ in alarms if "gym-app" in text(p["Namespace"])}
    t.need("own metrics come from the log", "app", own <= made)


# From 9 to 18 o'clock on working days, or on one of a month's Mondays.
AWAKE = re.compile(r'"cron\(\d+ (9|1[0-8]) \? \* (MON-FRI|MON|TUE|WED|THU|FRI|2#\d) \*\)"')


def only_staging_sleeps(t):
    schedules = list(t.of("AWS::Scheduler::Schedule"))
    for where, p, resource in schedules:
        t.need("a named time zone", where, p.get("ScheduleExpressionTimezone") == {"Ref": "TimeZone"})
        if "aws-sdk:rds" not in text(p["Target"]["Arn"]):
            t.need("staging works while it is awake", where, AWAKE.fullmatch(text(schedule_of(p["ScheduleExpression"], "staging"))))
        else:
            t.need("only staging sleeps", where, resource.get("Condition") in ("Sleeps", "SleepsAurora"))
    conditions = t.parsed["app"]["Conditions"]
    for name, phase in (("Sleeps", "Phase1"), ("SleepsAurora", "Phase3")):
        # RDS stops no source of replicas and no global database.
        t.need("only staging sleeps", "app." + name, {"Condition": "IsStaging"} in conditions[name]["Fn::And"] and {"Condition": phase} in conditions[name]["Fn::And"])
    for where, p, _ in t.of("AWS::Backup::BackupPlan"):
        for each in p["BackupPlan"]["BackupPlanRule"]:
            t.need("staging works while it is awake", f"{where}.{each['RuleName']}", AWAKE.fullmatch(text(schedule_of(each["ScheduleExpression"], "staging"))))
    t.need("staging sleeps", "app", any("stopDBInstance" in text(p["Target"]["Arn"]) for _, p, _ in schedules) and any("startDBInstance" in text(p["Target"]["Arn"]) for _, p, _ in schedules))
    parameters = t.parsed["app"]["Parameters"]
    t.need("stopped daily", "app.StopAt", re.fullmatch(r"cron\(\d+ \d+ \* \* \? \*\)", parameters["StopAt"]["Default"]))
    t.need("a named time zone", "app.TimeZone", "/" in parameters["TimeZone"]["Default"])


def pipelines_are_known_by_environment(t):
    for environment in ("staging", "prod"):
        role = t.parsed["shared"]["Resources"][environment.capitalize() + "Pipeline"]["Properties"]
        trusted = text(statements(role["AssumeRolePolicyDocument"])[0].get("Condition", {}).get("StringEquals", {}))
        t.need("OIDC subject", "shared." + environment, f'"token.actions.githubusercontent.com:sub": {{"Fn::Sub": "repo:${{GitHubRepository}}:environment:{environment}"}}' in trusted)
        t.need("OIDC audience", "shared." + environment, '"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"' in trusted)
    prod = text(t.parsed["shared"]["Resources"]["ProdPipeline"])
    t.need("prod builds nothing", "shared.ProdPipeline", "UploadLayerPart" not in prod)
    for where, p, _ in t.of("AWS::IAM::Role"):
        for policy in p.get("Policies", []):
            for each in statements(policy["PolicyDocument"]):
                if where.endswith("Builder"):
                    continue
                t.need("no role may do everything", where, not any(action == "*" or action.endswith(":*") for action in as_list(each["Action"]) if isinstance(action, str)))
        t.need("no role is an administrator", where, "AdministratorAccess" not in text(p))


def roles_stay_within_their_environment(t):
    """Whoever may deploy may hand over any template: what it can make decides what they are."""
    rule = "roles within a boundary"
    shared = t.parsed["shared"]["Resources"]
    attached = set()
    for where, p, _ in t.of("AWS::IAM::Role", "app"):
        t.need(rule, where, p.get("PermissionsBoundary") == {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/gym-app-boundary-${Environment}"})
        t.need(rule, where, p.get("Path") == {"Fn::Sub": "/gym-app/${Environment}/"})
        attached |= {each["Fn::Sub"] for each in p.get("ManagedPolicyArns", [])}
    for environment in ("staging", "prod"):
        name = environment.capitalize()
        own = {"Fn::Sub": f"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/gym-app/{environment}/*"}
        builder, boundary, where = shared[name + "Builder"]["Properties"], shared[name + "Boundary"]["Properties"], f"shared.{name}Builder"
        t.need(rule, where, boundary["ManagedPolicyName"] == "gym-app-boundary-" + environment)
        allowed = [s for policy in builder["Policies"] for s in statements(policy["PolicyDocument"]) if s["Effect"] == "Allow"]
        t.need(rule, where, builder["ManagedPolicyArns"] == [{"Ref": "BuilderServices"}])
        for s in allowed:
            t.need("a builder makes its own environment's roles", where, s["Resource"] == own)
            for action in as_list(s["Action"]):
                grants = re.fullmatch(r"iam:(\*|Create.*|Put.*|Attach.*|DeleteRolePermissionsBoundary)", action)
                t.need(rule, f"{where} {action}", not grants or s.get("Condition", {}).get("StringEquals") == {"iam:PermissionsBoundary": {"Ref": name + "Boundary"}})
            if "iam:AttachRolePolicy" in as_list(s["Action"]):
                known = s["Condition"].get("ArnEquals", {}).get("iam:PolicyARN", [])
                t.need("a builder attaches what the template attaches", where, {each["Fn::Sub"] for each in known} == attached)
        grants = [s for s in statements(boundary["PolicyDocument"]) if s["Effect"] == "Allow"]
        t.need("a boundary grants no rights", f"shared.{name}Boundary", len(grants) == 2 and {"iam:*", "sts:*", "organizations:*", "cloudformation:*"} <= set(grants[0].get("NotAction", []))
               and grants[1]["Action"] == "iam:PassRole" and grants[1]["Resource"] == own)
        pipeline = {s["Sid"]: s for s in statements(shared[name + "Pipeline"]["Properties"]["Policies"][0]["PolicyDocument"])}
        t.need("a pipeline hands over to its own builder", f"shared.{name}Pipeline", pipeline["HandOver"]["Resource"] == {"Fn::GetAtt": [name + "Builder", "Arn"]})
        t.need("a pipeline writes its own templates", f"shared.{name}Pipeline", pipeline["Templates"]["Resource"][1] == {"Fn::Sub": f"${{Templates.Arn}}/gym-app-{environment}/*"})
    for name, document in (("StagingBuilder", shared["StagingBuilder"]["Properties"]["Policies"][0]["PolicyDocument"]), ("StagingBoundary", shared["StagingBoundary"]["Properties"]["PolicyDocument"])):
        denied = {s["Sid"]: s for s in statements(document) if s["Effect"] == "Deny"}
        t.need("staging reaches nothing of prod", "shared." + name, set(denied) == {"NotProdByStack", "NotProdByTag", "NotProdsInstance", "NotProdsCluster", "NotProdByName"}
               and all("prod" in text([s["Resource"], s.get("Condition")]) for s in denied.values()))
    services = [action for s in statements(shared["BuilderServices"]["Properties"]["PolicyDocument"]) for action in as_list(s["Action"])]
    t.need("a builder makes its own environment's roles", "shared.BuilderServices", [action for action in services if action.startswith(("iam:", "sts:", "*"))] == ["iam:CreateServiceLinkedRole"])


def logs_end(t):
    for where, p, _ in t.of("AWS::Logs::LogGroup"):
        t.need("log retention", where, p.get("RetentionInDays") == {"Ref": "LogRetention"})
    for where, p, _ in t.of("AWS::Lambda::Function"):
        t.need("log retention", where, "LogGroup" in p.get("LoggingConfig", {}))
        t.need("tracing", where, p.get("TracingConfig") == {"Mode": "Active"})
        t.need("functions are in the network", where, "VpcConfig" in p)


def functions_and_their_door(t):
    web = t.parsed["app"]["Resources"]["Web"]["Properties"]
    t.need("25 s", "app.Web", web["Timeout"] == 25)
    t.need("reserved concurrency", "app.Web", "ReservedConcurrentExecutions" in web)
    t.need("1024 MB in phase 1", "app.Phase", t.parsed["app"]["Mappings"]["Phase"]["1"] == {"Memory": 1024, "Class": "db.t4g.micro"})
    alias = t.parsed["app"]["Resources"]["Live"]
    t.need("alias live with canary", "app.Live", alias["Properties"]["Name"] == "live" and "CodeDeployLambdaAliasUpdate" in alias.get("UpdatePolicy", {}))
    for where, p, _ in t.of("AWS::CodeDeploy::DeploymentGroup"):
        t.need("canary goes back on alarms", where, p.get("AlarmConfiguration", {}).get("Enabled") is True and p.get("AutoRollbackConfiguration", {}).get("Enabled") is True)
    t.need("prod has a canary", "prod.CanaryConfig", "Canary" in t.parameters["prod"]["CanaryConfig"])
    t.need("prod goes through the proxy", "prod.DatabaseProxy", t.parameters["prod"]["DatabaseProxy"] is True and t.parameters["staging"]["DatabaseProxy"] is False)
    for where, p, _ in t.of("AWS::Lambda::Url"):
        t.need("the URL leads to the alias", where, p.get("Qualifier") == "live")
    actions = {p["Action"] for _, p, _ in t.of("AWS::Lambda::Permission")}
    t.need("a URL needs two permissions", "app", actions == {"lambda:InvokeFunctionUrl", "lambda:InvokeFunction"})


def aurora_takes_the_instances_snapshot(t):
    """A snapshot is restored to the same minor or a later one."""
    for environment, values in t.parameters.items():
        instance, aurora = (values.get(name, t.parsed["app"]["Parameters"][name]["Default"]) for name in ("DatabaseEngineVersion", "AuroraEngineVersion"))
        t.need("Aurora is not behind", environment, [int(part) for part in aurora.split(".")] >= [int(part) for part in instance.split(".")])
    both = [t.parsed[name]["Parameters"]["AuroraEngineVersion"]["Default"] for name in ("app", "edge")]
    t.need("Aurora is not behind", "edge.AuroraEngineVersion", both[0] == both[1])


def environments_agree_on_what_they_share(t):
    shared = set(t.parsed["edge"]["Parameters"]) | set(t.parsed["shared"]["Parameters"])
    for name in shared & (set(t.parameters["staging"]) | set(t.parameters["prod"])):
        t.need("both files say the same of shared stacks", name, t.parameters["staging"].get(name) == t.parameters["prod"].get(name))
    known = shared | set(t.parsed["app"]["Parameters"])
    for environment, values in t.parameters.items():
        for name in set(values) - known:
            t.say("parameters exist", f"{environment}.{name}")


RULES = [everything_at_rest_is_encrypted, no_database_is_public, ports_of_the_database_lead_from_group_to_group, images_are_named_by_digest, no_secret_stands_anywhere,
         a_password_of_any_characters_stands_whole, verbs_may_take_their_time,
         everything_in_transit_is_tls, caches_keep_nothing_of_the_api, a_body_may_hold_any_text, backups_are_in_tiers, events_are_told, alarms_notify, only_staging_sleeps, pipelines_are_known_by_environment,
         roles_stay_within_their_environment,
         logs_end, functions_and_their_door, aurora_takes_the_instances_snapshot, environments_agree_on_what_they_share]


def check(texts, parameters):
    templates = Templates(texts, parameters)
    for rule in RULES:
        rule(templates)
    return templates.found


def read_parameters(folder):
    found = {}
    for environment in ("staging", "prod"):
        with open(os.path.join(folder, "cloudformation", "parameters", environment + ".json"), encoding="utf-8") as file:
            found[environment] = json.load(file)
    return found


if __name__ == "__main__":
    broken = check(load(DEPLOY), read_parameters(DEPLOY))
    print("\n".join(broken))
    sys.exit(bool(broken))
