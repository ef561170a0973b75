package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;
import static org.chartwright.aws.wire.Shapes.many;
import static org.chartwright.aws.wire.Shapes.oneOf;
import static org.chartwright.aws.wire.Shapes.text;
import static org.chartwright.aws.wire.Shapes.whole;

import org.chartwright.aws.wire.Shape;

/** Shapes that several operations share. */
final class Members {

    /** The names of jobs, vocabularies and filters. */
    static final Shape.Text NAME = text(1, 200, "^[0-9a-zA-Z._-]+");

    static final Shape.Text ROLE = text(20, 2048,
            "^arn:(aws|aws-cn|aws-us-gov|aws-iso-{0,1}[a-z]{0,1}):iam::[0-9]{0,63}:role/[A-Za-z0-9:_/+=,@.-]{0,1024}$");

    static final Shape.Text BUCKET = text(0, 64, "[a-z0-9][\\.\\-a-z0-9]{1,61}[a-z0-9]");

    static final Shape.Text FILE_URI = text(1, 2000, "(s3://|http(s*)://).+");

    /** The model knows 105 languages; this server speaks one. */
    static final Shape LANGUAGE = oneOf("en-US");

    static final Shape PHRASES = many(0, Integer.MAX_VALUE, text(0, 256, ".+"));

    static final Shape WORDS = many(1, Integer.MAX_VALUE, text(1, 256));

    static final Shape TAGS = many(1, 200,
            group().with("Key", text(1, 128)).with("Value", text(0, 256)).made());

    static final Shape TAG_KEYS = many(1, 200, text(1, 128));

    static final Shape.Text RESOURCE_ARN = text(1, 1011,
            "arn:aws(-[^:]+)?:transcribe:[a-zA-Z0-9-]*:[0-9]{12}:[a-zA-Z-]*/[0-9a-zA-Z._-]+");

    static final Shape NEXT_TOKEN = text(0, 8192, ".+");

    static final Shape MAX_RESULTS = whole(1, 100);

    private Members() {}
}
