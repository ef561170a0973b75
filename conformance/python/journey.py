"""The journey of conformance/journey.txt with boto3. Prints each step that has passed."""

import json
import os
from datetime import datetime
from urllib.parse import urlparse

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["CHARTWRIGHT_ENDPOINT"]
ROLE = "arn:aws:iam::123456789012:role/scribe"
INPUT, OUTPUT = "python-recordings", "python-notes"
WHERE = {"endpoint_url": ENDPOINT, "region_name": "us-east-1"}
store = boto3.client("s3", config=Config(s3={"addressing_style": "path"}), **WHERE)
scribe = boto3.client("transcribe", **WHERE)


def passed(step):
    print("ok", step, flush=True)


def refused(code, call, **request):
    try:
        call(**request)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError("not refused")


def job(name, **changes):
    request = {
        "MedicalScribeJobName": name,
        "Media": {"MediaFileUri": f"s3://{INPUT}/visit.ogg"},
        "OutputBucketName": OUTPUT,
        "DataAccessRoleArn": ROLE,
        "Settings": {"ShowSpeakerLabels": True, "MaxSpeakerLabels": 2, "ChannelIdentification": False},
    }
    return request | changes


store.create_bucket(Bucket=INPUT)
store.create_bucket(Bucket=OUTPUT)
passed("make two buckets")

with open(os.environ["CHARTWRIGHT_RECORDING"], "rb") as recording:
    store.put_object(Bucket=INPUT, Key="visit.ogg", Body=recording)
passed("upload the recording")

start = scribe.start_medical_scribe_job
refused("BadRequestException", start, **job("py-absent", Media={"MediaFileUri": f"s3://{INPUT}/absent.ogg"}))
passed("refuse a recording that is not there")

refused("BadRequestException", start, **job("py-torn", Settings={"ShowSpeakerLabels": True, "ChannelIdentification": True}))
passed("refuse settings that contradict each other")

key = boto3.Session().get_credentials()
stranger = boto3.client("transcribe", aws_access_key_id=key.access_key, aws_secret_access_key="wrong", **WHERE)
refused("InvalidSignatureException", stranger.list_medical_scribe_jobs)
passed("refuse a wrong secret")

scribe.create_vocabulary(VocabularyName="py-words", LanguageCode="en-US", Phrases=["meniscus", "knee-pain"])
scribe.get_waiter("vocabulary_ready").wait(VocabularyName="py-words", WaiterConfig={"Delay": 1, "MaxAttempts": 60})
passed("create a vocabulary and wait until it is ready")

started = start(**job("py-visit", Tags=[{"Key": "clinic", "Value": "north"}]))["MedicalScribeJob"]
assert started["MedicalScribeJobStatus"] in ("QUEUED", "IN_PROGRESS")
assert isinstance(started["CreationTime"], datetime)
passed("start a job")

refused("ConflictException", start, **job("py-visit"))
passed("refuse the same name again")

start(**job("py-visit-2"))
waiter = scribe.get_waiter("medical_scribe_job_completed")
for name in ("py-visit", "py-visit-2"):
    waiter.wait(MedicalScribeJobName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 600})
passed("wait until the job is completed")

done = scribe.get_medical_scribe_job(MedicalScribeJobName="py-visit")["MedicalScribeJob"]


def fetch(address):
    bucket, key = urlparse(address).path.lstrip("/").split("/", 1)
    answer = store.get_object(Bucket=bucket, Key=key)
    assert answer["ContentType"].startswith("application/json")
    return json.load(answer["Body"])


conversation = fetch(done["MedicalScribeOutput"]["TranscriptFileUri"])["Conversation"]
assert conversation["JobName"] == "py-visit" and conversation["TranscriptSegments"]
passed("fetch the transcript by its address")

sections = fetch(done["MedicalScribeOutput"]["ClinicalDocumentUri"])["ClinicalDocumentation"]["Sections"]
assert len(sections) == 10
passed("fetch the note by its address")

segments = {segment["SegmentId"] for segment in conversation["TranscriptSegments"]}
links = [link["SegmentId"] for section in sections for line in section["Summary"] for link in line["EvidenceLinks"]]
assert links and segments.issuperset(links)
passed("follow every evidence link")

names, page = [], {}
while True:
    answer = scribe.list_medical_scribe_jobs(JobNameContains="PY-visit", Status="COMPLETED", MaxResults=1, **page)
    names += [summary["MedicalScribeJobName"] for summary in answer["MedicalScribeJobSummaries"]]
    if "NextToken" not in answer:
        break
    page = {"NextToken": answer["NextToken"]}
assert names == ["py-visit-2", "py-visit"], names
passed("list jobs page by page")

account = os.environ.get("CHARTWRIGHT_ACCOUNT", "123456789012")
arn = f"arn:aws:transcribe:us-east-1:{account}:medical-scribe-job/py-visit"
scribe.tag_resource(ResourceArn=arn, Tags=[{"Key": "ward", "Value": "7"}])
assert {tag["Key"] for tag in scribe.list_tags_for_resource(ResourceArn=arn)["Tags"]} == {"clinic", "ward"}
scribe.untag_resource(ResourceArn=arn, TagKeys=["ward"])
passed("tag, list tags, untag")

scribe.delete_vocabulary(VocabularyName="py-words")
passed("delete the vocabulary")

for name in ("py-visit", "py-visit-2"):
    scribe.delete_medical_scribe_job(MedicalScribeJobName=name)
passed("delete the jobs")

message = refused("BadRequestException", scribe.get_medical_scribe_job, MedicalScribeJobName="py-visit")
assert "couldn't be found" in message
passed("a deleted job is not found")
