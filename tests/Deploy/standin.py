"""A local stand-in for AWS: moto's server, with what it lacks stubbed, all of it in this file.

Stubbed, and therefore not shown by any test here:
- every resource type of CloudFormation that is not in REAL below: its Ref is a made-up id, its attributes are made-up texts. Among them are
  all of CloudFront, ACM, WAF, Backup, Scheduler, CodeDeploy, RDS Proxy, Aurora, ElastiCache, Lambda aliases, versions and URLs.
- what a change set leaves behind (outputs, parameters), and which resources a changed parameter touches or brings.
- RDS Proxy, but for one thing: it isn't made before the app's role is, which the first migration makes.
- RepositoryUri of a repository in ECR.
- AWS::NoValue in lists.
- Fn::Cidr and Fn::GetAZs, which moto doesn't know or answers for another region, !Condition, and numbers compared with texts.
- references to secrets ({{resolve:…}}) stay as they are.
- Lambda runs nothing: an invocation is noted and answered {"exitCode":0}, or as an error when the tests ask for one.
- images are only their manifests, put there by the `docker` of the tests.

Besides, it writes down every call, and fails those that the tests tell it to.
"""
import io
import json
import os
import re
import sys
import types

os.environ["MOTO_ACCOUNT_ID"] = "123456789012"
for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
    os.environ.setdefault(name, "test")

import yaml  # noqa: E402
import moto.cloudformation.parsing as parsing  # noqa: E402
from moto.awslambda_simple.models import lambda_simple_backends as lambda_backends  # noqa: E402
from moto.cloudformation.models import ChangeSet, CloudFormationBackend  # noqa: E402
from moto.cloudformation.parsing import CloudFormationModel  # noqa: E402
from moto.cloudformation.responses import CloudFormationResponse  # noqa: E402
from moto.cloudformation.utils import yaml_tag_constructor  # noqa: E402
from moto.core.config import default_user_config  # noqa: E402
from moto.ecr.models import Repository  # noqa: E402
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from moto.rds.models import rds_backends  # noqa: E402
from moto.secretsmanager import secretsmanager_backends  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402
from werkzeug.wrappers import Request, Response  # noqa: E402

REAL = {"AWS::ECR::Repository", "AWS::S3::Bucket", "AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::KMS::Key", "AWS::SNS::Topic"}


class Stub(CloudFormationModel):
    """A resource that exists as a name only."""
    __module__ = "moto.cloudformation.standin"  # moto takes the name of a service from it


    def __init__(self, name, kind, region, account):
        self.name, self.kind, self.region, self.account = name, kind, region, account

    @property
    def physical_resource_id(self):
        return self.name

    @property
    def arn(self):
        _, service, kind = self.kind.lower().split("::")
        return f"arn:aws:{service}:{self.region}:{self.account}:{kind}:{self.name}"

    def is_created(self):
        return True

    def get_cfn_attribute(self, attribute):
        if attribute.endswith("Arn"):
            return self.arn
        if attribute == "FunctionUrl":
            return f"https://{self.name.lower()}.lambda-url.{self.region}.on.aws/"
        if attribute == "Ipv6CidrBlocks":
            return ["2600:1f1c:0:100::/56"]
        return f"{self.name}.{attribute}".lower()

    @classmethod
    def has_cfn_attr(cls, attr):
        return True

    @classmethod
    def cloudformation_name_type(cls):
        return ""

    @classmethod
    def cloudformation_type(cls):
        return "AWS::SERVICE::STUB"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        return cls(resource_name, kwargs.get("ResourceType", "AWS::Stub::Stub"), region_name, account_id)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        pass


class Certificate(Stub):
    __module__ = "moto.cloudformation.standin"  # moto takes the name of a service from it

    @property
    def physical_resource_id(self):
        return f"arn:aws:acm:{self.region}:{self.account}:certificate/{self.name}"


class Secret(Stub):
    """Real enough to be read by the drill."""
    __module__ = "moto.cloudformation.standin"  # moto takes the name of a service from it


    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        made = properties.get("GenerateSecretString")
        value = properties.get("SecretString") or json.dumps({**json.loads(made["SecretStringTemplate"]), made["GenerateStringKey"]: "Generated0123456789"})
        secret = cls(properties.get("Name", resource_name), "AWS::SecretsManager::Secret", region_name, account_id)
        secret.made, _ = secretsmanager_backends[account_id][region_name]._add_secret(secret.name, secret_string=value), None
        return secret

    @property
    def physical_resource_id(self):
        return secretsmanager_backends[self.account][self.region].secrets[self.name].arn


class Database(Stub):
    """A database that can be described, stopped, started and restored."""
    __module__ = "moto.cloudformation.standin"  # moto takes the name of a service from it


    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        name = properties.get("DBInstanceIdentifier", resource_name.lower())
        rds_backends[account_id][region_name].create_db_instance({
            "db_instance_identifier": name, "engine": "postgres", "engine_version": "17.6", "db_instance_class": "db.t4g.micro", "allocated_storage": 20,
            "master_username": "titan_owner", "master_user_password": "titan_owner", "storage_encrypted": True, "publicly_accessible": False})
        return cls(name, "AWS::RDS::DBInstance", region_name, account_id)


class SubnetGroup(Stub):
    """Known to RDS by its name, so that a copy can be restored into it."""

    __module__ = "moto.cloudformation.standin"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        subnet = types.SimpleNamespace(id="subnet-1", vpc_id="vpc-1", availability_zone=region_name + "a", _availability_zone=None)
        rds_backends[account_id][region_name].create_subnet_group(resource_name.lower(), "private", [subnet], [])
        return cls(resource_name.lower(), "AWS::RDS::DBSubnetGroup", region_name, account_id)


class Function(Stub):
    """A function of an image: moto's own, made through CloudFormation, forgets the image."""

    __module__ = "moto.cloudformation.standin"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        lambda_backends[account_id][region_name].create_function({**properties, "Tags": {}})
        return cls(properties["FunctionName"], "AWS::Lambda::Function", region_name, account_id)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        code = cloudformation_json["Properties"]["Code"]
        lambda_backends[account_id][region_name].update_function_code(original_resource.name, None, code)
        return original_resource


class ProxyTarget(Stub):
    """Available once the proxy can sign in, which is what CloudFormation waits for: the first migration makes the role."""

    __module__ = "moto.cloudformation.standin"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        database, = cloudformation_json["Properties"]["DBInstanceIdentifiers"]
        if database not in MIGRATED:
            raise RuntimeError("Timed out waiting for target group to become available")
        return cls(resource_name, "AWS::RDS::DBProxyTargetGroup", region_name, account_id)


MIGRATED = set()
STUBS = {"AWS::RDS::DBProxyTargetGroup": ProxyTarget, "AWS::Lambda::Function": Function, "AWS::RDS::DBSubnetGroup": SubnetGroup, "AWS::CertificateManager::Certificate": Certificate, "AWS::SecretsManager::Secret": Secret, "AWS::RDS::DBInstance": Database}
moto_class = parsing.resource_class_from_type
moto_json = parsing.clean_json


def resource_class(kind):
    return moto_class(kind) if kind in REAL else STUBS.get(kind, Stub)


def clean_json(value, resources):
    if isinstance(value, dict) and "Fn::Cidr" in value:
        return [f"2600:1f1c:0:1{number:02x}::/64" for number in range(8)]
    if isinstance(value, list):
        return [item for item in (clean_json(part, resources) for part in value) if item is not None]
    if isinstance(value, dict) and isinstance(resources.get(value.get("Ref")) if isinstance(value.get("Ref"), str) else None, int):
        return str(resources[value["Ref"]])
    if isinstance(value, dict) and "Fn::GetAZs" in value:
        return [resources["AWS::Region"] + zone for zone in ("a", "c")]
    return moto_json(value, resources)


def condition(value, resources, known):
    """Evaluates a condition; moto doesn't know the short form !Condition, and compares numbers with texts as if they differed."""
    (operator, operands), = value.items() if isinstance(value, dict) else (("", value),)
    if operator == "Fn::Equals":
        left, right = (str(clean_json(side, resources)).lower() for side in operands)
        return left == right
    if operator in ("Condition", "Fn::Condition"):
        return known[operands]
    if operator:
        parts = [condition(part, resources, known) for part in operands]
        return {"Fn::Not": lambda: not parts[0], "Fn::And": lambda: all(parts), "Fn::Or": lambda: any(parts)}[operator]()
    return operands


def apply(change):
    """moto forgets a change set's outputs, and the parameters it was made with."""
    stack = change.stack
    stack.template = change.template
    stack._parse_template()
    stack.resource_map.update(change.template_dict, change.parameters)
    bring(stack.resource_map)
    defaults = {name: str(slot["Default"]) for name, slot in change.template_dict.get("Parameters", {}).items() if "Default" in slot}
    stack.parameters = texts({**defaults, **change.parameters})
    stack.output_map = stack._create_output_map()


def bring(resources):
    """moto makes no resource whose condition has come to hold."""
    for name in resources.resources:
        if resources._parsed_resources.get(name) is None:
            resources._parsed_resources.pop(name, None)
            resources[name]


def create_change_set(backend, stack_name, *arguments, **named):
    """moto makes a second stack of the same name where one was only reviewed."""
    for key in [key for key, stack in backend.stacks.items() if stack.name == stack_name and stack.status == "REVIEW_IN_PROGRESS"]:
        del backend.stacks[key]
    return moto_create(backend, stack_name, *arguments, **{**named, "parameters": texts(named["parameters"])})


def texts(parameters):
    return {name: str(value) for name, value in parameters.items()}


def update_resource(logical_id, resource_json, resources_map, account_id, region_name):
    """moto updates what a condition left out, too."""
    return moto_update(logical_id, resource_json, resources_map, account_id, region_name) if resources_map[logical_id] is not None else None


def references(template):
    """moto looks for Ref alone when it asks what a changed parameter touches."""
    text = json.dumps(template, default=str)
    return re.findall(r'"Ref": "([^"]+)"', text) + re.findall(r"\$\{([A-Za-z0-9]+)", text)


def repository_attribute(repository, attribute):
    return repository.uri if attribute == "RepositoryUri" else moto_attribute(repository, attribute)


moto_attribute, Repository.get_cfn_attribute = Repository.get_cfn_attribute, repository_attribute
ChangeSet.apply = apply
# AWS makes a change set without changes, which then says so; moto refuses it.
CloudFormationResponse._validate_different_update = lambda *arguments: None
moto_create, CloudFormationBackend.create_change_set = CloudFormationBackend.create_change_set, create_change_set
moto_update, parsing.parse_and_update_resource = parsing.parse_and_update_resource, update_resource
parsing.get_references_from_template = references
parsing.resource_class_from_type = resource_class
parsing.clean_json = clean_json
parsing.parse_condition = condition
parsing.resource_name_property_from_type = lambda kind: moto_class(kind).cloudformation_name_type() if kind in REAL else None
default_user_config["lambda"]["use_docker"] = False


class Recorder:
    """Between the CLI and moto: writes calls down, and fails the ones that it is told to."""

    def __init__(self, app, folder):
        self.app, self.folder = app, folder

    def __call__(self, environ, start_response):
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        environ["wsgi.input"] = io.BytesIO(body)
        request = Request({**environ, "wsgi.input": io.BytesIO(body)})
        action = self.action(request)
        with open(os.path.join(self.folder, "calls"), "a", encoding="utf-8") as calls:
            calls.write(action + "\n")
        failing = self.told("failing")
        if failing and re.fullmatch(failing, action):
            body = "<ErrorResponse><Error><Code>InternalFailure</Code><Message>The tests asked for it</Message></Error></ErrorResponse>"
            if request.headers.get("X-Amz-Target") or "/functions/" in request.path:
                body = json.dumps({"__type": "InternalFailure", "message": "The tests asked for it"})
            return Response(body, status=400, headers={"x-amzn-ErrorType": "InternalFailure"})(environ, start_response)
        if request.path.endswith("/invocations"):
            return self.invoke(request)(environ, start_response)
        return self.app(environ, start_response)

    def told(self, name):
        path = os.path.join(self.folder, name)
        return open(path, encoding="utf-8").read().strip() if os.path.exists(path) else ""

    def invoke(self, request):
        verb = json.loads(request.get_data())["verb"]
        function = request.path.split("/")[3]
        with open(os.path.join(self.folder, "calls"), "a", encoding="utf-8") as calls:
            calls.write(f"job {function} {verb}\n")
        if self.told("job") == verb:
            return Response(json.dumps({"errorType": "VerbFailed", "errorMessage": f"{verb} ended with 1"}), headers={"X-Amz-Function-Error": "Unhandled"})
        if verb == "migrate":
            MIGRATED.add(function.removesuffix("-migrate"))
        return Response(json.dumps({"verb": verb, "exitCode": 0}))

    @staticmethod
    def action(request):
        target = request.headers.get("X-Amz-Target")
        if target:
            return target.rsplit(".", 1)[1]
        if request.method == "POST" and request.mimetype == "application/x-www-form-urlencoded":
            return request.form.get("Action", "?")
        return f"{request.method} {request.path}"


def main(folder):
    # A template of 90 KB takes the parser in Python a second.
    yaml.Loader = yaml.CLoader
    yaml.add_multi_constructor("", yaml_tag_constructor, Loader=yaml.CLoader)
    app = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, Recorder(app, folder), threaded=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.stderr = open(os.path.join(sys.argv[1], "standin.log"), "w", encoding="utf-8")
    main(sys.argv[1])
