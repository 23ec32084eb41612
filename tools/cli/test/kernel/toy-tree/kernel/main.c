int lamp(void);

int main(void)
{
	return lamp();
}
